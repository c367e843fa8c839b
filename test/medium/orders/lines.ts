import type { BillingWorld } from '../fixtures/billing-world';
import { OrderClient, typed } from '../fixtures/order-client';
import { describeOnSharedBilling } from '../fixtures/shared-billing';

const training = {
  ...{ code: 'FORM-1', nameFr: 'Journée de formation', nameEn: 'Training day', unit: 'DAY' },
  ...{ unitPrice: '480', activity: 'training', nature: 'services' },
};

describeOnSharedBilling('the lines of a client order', (shared) => {
  let world: BillingWorld;
  let orders: OrderClient;

  beforeAll(async () => {
    ({ world } = await shared());
    orders = new OrderClient(world, await world.organisation());
  });

  it('are saved as a whole, each rounded once, with subtotals and discounts', async () => {
    const id = await orders.make();
    const { body: article } = await world.ask<{ id: string }>('POST', '/articles', training);
    const { status, body } = await orders.saveLines(
      id,
      0,
      [
        { kind: 'text', label: 'Première partie' },
        typed(),
        // 12.345 g at 83.40 € for 1000 g: 1.029573 €.
        typed({ label: 'Matière', quantity: '12.345', unit: 'GRM', unitPrice: '83.4', basis: 1000 }),
        { kind: 'subtotal', label: 'Sous-total' },
        {
          ...{ ...typed(), kind: 'article', articleId: article.id, label: 'Journée', quantity: '1' },
          ...{ unit: 'DAY', unitPrice: '480', discounts: [{ kind: 'percent', percent: '12.5', label: '' }] },
        },
        { kind: 'subtotal', label: 'Sous-total' },
      ],
      { discounts: [{ kind: 'percent', percent: '10', label: 'Fidélité' }] },
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      version: 1,
      lines: [
        { position: 1, kind: 'text', netCents: 0, quantity: '0' },
        { position: 2, kind: 'typed', netCents: 11_250 },
        { position: 3, netCents: 103 },
        { kind: 'subtotal', netCents: 0, subtotalCents: 11_353 },
        { kind: 'article', articleId: article.id, netCents: 42_000, unitPrice: '480' },
        { kind: 'subtotal', subtotalCents: 42_000 },
      ],
      ...{ linesCents: 53_353, discountCents: 5_335, netCents: 48_018 },
    });
    const { netCents, leftToInvoiceCents, linesVersion } = await orders.read(id);
    expect({ netCents, leftToInvoiceCents, linesVersion }).toEqual({
      ...{ netCents: 48_018, leftToInvoiceCents: 48_018, linesVersion: 1 },
    });
  });

  it('keep their ids when they move, and lose those left out', async () => {
    const id = await orders.make();
    const { body: first } = await orders.saveLines(
      id,
      0,
      ['a', 'b', 'c'].map((label) => typed({ label, servedOn: '2026-11-20' })),
    );
    const [a, b, c] = first.lines.map((line) => line.id);
    const { body } = await orders.saveLines(id, 1, [
      typed({ id: c, label: 'c' }),
      typed({ label: 'new' }),
      typed({ id: a, label: 'a' }),
    ]);
    expect(body.lines.map((line) => line.label)).toEqual(['c', 'new', 'a']);
    expect(body.lines.map((line) => line.id)).toEqual([c, expect.any(String), a]);
    expect(body.lines.map((line) => line.id)).not.toContain(b);
    // The day of the service stays where it is left out.
    expect(body.lines).toMatchObject([
      { servedOn: '2026-11-20' },
      { servedOn: '2026-11-23' },
      { servedOn: '2026-11-20' },
    ]);
  });

  it('refuse the work of a person who did not see another’s', async () => {
    const id = await orders.make();
    const answers = await Promise.all(
      ['one', 'two'].map((label) => orders.saveLines(id, 0, [typed({ label })])),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('PRESTATION.CHANGED_MEANWHILE');
    expect((await orders.read(id)).lines).toHaveLength(1);
  });

  it('never lose a print that ended while they were edited, nor change what it cost', async () => {
    await world.publishTariff();
    const id = await orders.make();
    await world.print({ memberId: await world.member('non-resident'), prestationId: id });
    const { body } = await orders.saveLines(id, 0, [typed()]);
    expect(body.lines).toMatchObject([
      { kind: 'typed' },
      { kind: 'print', netCents: 328, unitPrice: '3.28' },
    ]);
    const print = body.lines[1]?.id;
    const discounts = [{ kind: 'amount', cents: 28, label: 'Geste' }];
    const moved = await orders.saveLines(id, 1, [
      { kind: 'print', id: print, label: 'Pièce imprimée', discounts },
      { ...typed(), kind: 'machine-time', label: 'Découpe', quantity: '1.5', unitPrice: undefined },
    ]);
    expect(moved.body).toMatchObject({
      lines: [
        { kind: 'print', label: 'Pièce imprimée', netCents: 300, unitPrice: '3.28', quantity: '1' },
        { kind: 'machine-time', unit: 'HUR', unitPrice: '2.50', netCents: 375, activity: null },
      ],
      netCents: 675,
    });
  });

  it('refuse what they refer to if it is not there, and name a field that is wrong', async () => {
    const id = await orders.make();
    const other = '0190b2f0-0000-7000-8000-000000000000';
    const codeOf = async (line: object) => (await orders.saveLines(id, 0, [line])).body.code;
    expect(await codeOf(typed({ id: other }))).toBe('PRESTATION.LINE_UNKNOWN');
    expect(await codeOf({ kind: 'print', id: other, label: 'X' })).toBe('PRESTATION.LINE_UNKNOWN');
    expect(await codeOf(typed({ kind: 'article', articleId: other }))).toBe('PRESTATION.ARTICLE_UNKNOWN');
    expect(await codeOf(typed({ stageId: other }))).toBe('PRESTATION.STAGE_UNKNOWN');
    const large = await orders.saveLines(id, 0, [typed({ quantity: '999999999', unitPrice: '9999999' })]);
    expect(large).toMatchObject({ status: 400, body: { errors: [{ path: 'lines.0.quantity' }] } });
    const two = await orders.saveLines(
      id,
      0,
      [1, 2].map(() => typed({ quantity: '999', unitPrice: '1000000' })),
    );
    expect(two.body.code).toBe('BILLING.AMOUNT_TOO_LARGE');
    expect((await orders.read(id)).linesVersion).toBe(0);
  });

  it('are calculated without being saved, also while some are incomplete', async () => {
    const { body } = await world.ask('POST', '/prestations/calculation', {
      lines: [
        { kind: 'typed', quantity: '2.5', unitPrice: '45' },
        { kind: 'typed', quantity: '3' },
        { kind: 'typed', quantity: '999999999', unitPrice: '9999999' },
        { kind: 'subtotal' },
      ],
      discounts: [{ kind: 'amount', cents: 250, label: '' }],
    });
    expect(body).toMatchObject({
      lines: [
        { netCents: 11_250, subtotalCents: null },
        { netCents: null },
        { netCents: null },
        { netCents: null, subtotalCents: 11_250 },
      ],
      ...{ linesCents: 11_250, discountCents: 250, netCents: 11_000 },
    });
  });
});
