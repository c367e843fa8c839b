import { createHash } from 'node:crypto';
import type { OrganisationId, PrestationId } from '@pandafab/shared';
import { describeOnBothDatabases } from '@pandafab/testing';
import { QuoteExpiry } from '../../../apps/server/src/money/documents/quote-expiry';
import { BillingWorld } from '../fixtures/billing-world';

interface Line {
  readonly kind: string;
  readonly quantity: string;
  readonly netCents: number;
  readonly label: string;
}
interface Detail {
  readonly state: string;
  readonly grossCents: number;
  readonly openCents: number;
  readonly actions: string[];
  readonly creditable: {
    position: number;
    quantityLeft: string;
    netCentsLeft: number;
    isWholeOnly: boolean;
  }[];
  readonly acceptance: { pdfSha256: string; name: string; how: string } | null;
  readonly content: {
    readonly lines: Line[];
    readonly cites: { number: string; day: string }[];
    readonly totals: { netCents: number; vatCents: number; grossCents: number };
    readonly vat: { rateBasisPoints: number; baseCents: number; vatCents: number }[];
    readonly process: string;
    readonly replaces: string | null;
    readonly version: number;
  };
}
interface Prestation {
  readonly state: string;
  readonly printsCharged: boolean;
}

/** 100.01 € at 20 % and 50.00 € exempt: 170.01 € with tax. */
const TWO_RATES = [
  { label: 'Pièces', quantity: '1', unitPrice: '100.01', activity: 'printing' },
  { label: 'Formation', quantity: '2', unitPrice: '25', activity: 'training' },
];

describeOnBothDatabases('documents', (open) => {
  let world: BillingWorld;
  let client: OrganisationId;

  beforeAll(async () => {
    world = await BillingWorld.open(await open());
    client = await world.organisation();
    await world.publishTariff();
    await world.recordSeller();
  });
  afterAll(() => world.server.stop());

  const order = async (lines: readonly object[] = TWO_RATES, change: object = {}): Promise<PrestationId> => {
    const id = await world.prestation(client, change);
    for (const line of lines) await world.addLine(id, line);
    return id;
  };
  const detail = async (id: string) => (await world.ask<Detail>('GET', `/documents/${id}`)).body;
  const prestation = async (id: string) => (await world.ask<Prestation>('GET', `/prestations/${id}`)).body;
  const decide = (id: string, change: object = {}) =>
    world.ask<{ code?: string; state: string }>('POST', `/documents/${id}/decision`, {
      ...{ decision: 'accepted', how: 'phone', name: 'Ada Martin' },
      ...change,
    });
  const totalsOf = async (id: string) => (await detail(id)).content.totals;

  describe('a quote', () => {
    it('is sent with a number, and accepted with the hash of its PDF: the order is confirmed', async () => {
      const id = await order();
      const { body: quote } = await world.document(id, 'quote', { note: 'Devis gratuit' });
      expect(quote).toMatchObject({ state: 'sent', grossCents: 17_001 });
      expect(quote.number).toMatch(/^DE-2026-\d{6}$/);
      const pdf = await fetch(`${world.server.url}/api/v1/documents/${quote.id}/file/pdf`, {
        headers: { authorization: `Bearer ${world.billing.client.token}` },
      });
      const bytes = Buffer.from(await pdf.arrayBuffer());
      expect(await decide(quote.id)).toMatchObject({ status: 200, body: { state: 'accepted' } });
      const { acceptance, actions } = await detail(quote.id);
      const pdfSha256 = createHash('sha256').update(bytes).digest('hex');
      expect(acceptance).toMatchObject({ pdfSha256, name: 'Ada Martin', how: 'phone' });
      expect(actions).not.toContain('decide');
      expect(await prestation(id)).toMatchObject({ state: 'confirmed', printsCharged: false });
      expect((await decide(quote.id)).body.code).toBe('QUOTE.NOT_OPEN');
      const sums = await world.ask<{ sums: object }>('GET', `/prestations/${id}`);
      expect(sums.body.sums).toMatchObject({ quoted: { grossCents: 17_001 } });
    });

    it('gets a new version, which ends the one before', async () => {
      const { body: first } = await world.document(await order(), 'quote');
      const { body: second } = await world.ask<{ id: string; number: null; version: number }>(
        'POST',
        `/documents/${first.id}/new-version`,
      );
      expect(second).toMatchObject({ number: null, version: 2 });
      const again = await world.ask<{ code: string }>('POST', `/documents/${first.id}/new-version`);
      expect(again.body.code).toBe('QUOTE.NOT_REPLACEABLE');
      await world.send(second.id, 'quote');
      expect((await decide(first.id)).body.code).toBe('QUOTE.NOT_OPEN');
      expect((await detail(second.id)).content).toMatchObject({ version: 2, replaces: first.number });
      expect((await decide(second.id, { decision: 'refused' })).body.state).toBe('refused');
    });

    it('expires with its last day, also before the hourly task has noted it', async () => {
      const { body: quote } = await world.document(await order(), 'quote', { validUntil: '2026-11-23' });
      const { now } = world.date;
      world.date.now = Date.parse('2026-11-24T09:00:00Z');
      expect((await detail(quote.id)).state).toBe('expired');
      expect((await decide(quote.id)).body.code).toBe('QUOTE.NOT_OPEN');
      // A day that has not come is refused before anything else.
      expect((await decide(quote.id, { on: '2026-11-25' })).body.code).toBe('DOCUMENT.DECISION_LATER');
      await world.server.app.get(QuoteExpiry).expire();
      const listed = await world.ask<{ items: { id: string }[] }>(
        'GET',
        '/documents?state=expired&kind=quote',
      );
      expect(listed.body.items.map(({ id }) => id)).toContain(quote.id);
      world.date.now = now;
    });
  });

  describe('a deposit', () => {
    it('of 30 % is deducted by the final invoice, row by row: together exactly what was agreed', async () => {
      const id = await order();
      const { body: deposit } = await world.document(id, 'deposit', { part: { percent: '30' } });
      expect(deposit.number).toMatch(/^AC-2026-/);
      const { body: final } = await world.issue(id);
      const { content } = await detail(final.id);
      expect(content.cites).toEqual([{ kind: 'deposit', number: deposit.number, day: deposit.issuedOn }]);
      expect(content.process).toBe('S4');
      const earlier = content.lines.filter(({ kind }) => kind === 'earlier');
      expect(earlier).toHaveLength(2);
      expect(earlier.every(({ quantity, netCents }) => quantity === '-1' && netCents < 0)).toBe(true);
      const first = await totalsOf(deposit.id);
      expect(first.netCents + content.totals.netCents).toBe(15_001);
      expect(first.grossCents + content.totals.grossCents).toBe(17_001);
      expect(await prestation(id)).toMatchObject({ state: 'invoiced' });
    });

    it('of everything leads to a final invoice of exactly 0.00', async () => {
      const id = await order();
      await world.document(id, 'deposit', { part: { percent: '100' } });
      const { status, body } = await world.issue(id);
      expect([status, body.netCents, body.vatCents, body.grossCents]).toEqual([200, 0, 0, 0]);
    });

    it('says which amounts with tax are possible, and is never more than what is left', async () => {
      const id = await order([TWO_RATES[0] ?? {}]);
      const refused = await world.document(id, 'deposit', { part: { grossCents: 999 } });
      expect(refused.body).toMatchObject({ code: 'DOCUMENT.NO_EXACT_NET' });
      // 10.00 € has a net, 8.33 €, but VAT of both parts would be a cent more than that of the whole.
      const part = await world.ask<object>('GET', `/prestations/${id}/parts?grossCents=999`);
      expect(part.body).toMatchObject({ possible: null, nearest: { below: 998, above: 1001 } });
      expect((await world.document(id, 'deposit', { part: { grossCents: 1001 } })).status).toBe(200);
      const more = await world.document(id, 'deposit', { part: { percent: '100' } });
      expect(more.body.code).toBe('DOCUMENT.PART_TOO_LARGE');
    });

    it('is never above the accepted quote, although the order grew', async () => {
      const id = await order([TWO_RATES[0] ?? {}]);
      const { body: quote } = await world.document(id, 'quote');
      await decide(quote.id);
      await world.addLine(id, { label: 'Encore', quantity: '1', unitPrice: '1000', activity: 'printing' });
      const refused = await world.document(id, 'deposit', { part: { percent: '50' } });
      expect(refused.body.code).toBe('DOCUMENT.ABOVE_QUOTE');
    });

    it('is given back by a credit of its own, and no longer deducted', async () => {
      const id = await order();
      const { body: deposit } = await world.document(id, 'deposit', { part: { percent: '30' } });
      const credit = { citesId: deposit.id, credit: 'all' };
      expect((await world.document(id, 'credit-note', credit)).body.code).toBe('DOCUMENT.CREDIT_UNFIT');
      const { body } = await world.document(id, 'deposit-credit', credit);
      expect(body).toMatchObject({ grossCents: deposit.grossCents });
      expect(body.number).toMatch(/^AA-2026-/);
      const { body: final } = await world.issue(id);
      expect(final.grossCents).toBe(17_001);
    });

    it('that a final invoice deducts is credited with the invoice only', async () => {
      const id = await order();
      const { body: deposit } = await world.document(id, 'deposit', { part: { percent: '30' } });
      await world.issue(id);
      const refused = await world.document(id, 'deposit-credit', { citesId: deposit.id, credit: 'all' });
      expect(refused.body.code).toBe('DOCUMENT.DEDUCTED');
    });

    it('that is more than the order became cannot be followed by an invoice below zero', async () => {
      const id = await order();
      await world.document(id, 'deposit', { part: { percent: '80' } });
      const lines = await world.ask<{ linesVersion: number }>('GET', `/prestations/${id}`);
      const line = { kind: 'typed', nature: 'services', unit: 'C62', ...TWO_RATES[0], unitPrice: '10' };
      const put = await world.ask('PUT', `/prestations/${id}/lines`, {
        ...{ version: lines.body.linesVersion, lines: [line] },
      });
      expect(put.status).toBe(200);
      expect((await world.issue(id)).body.code).toBe('DOCUMENT.NEGATIVE');
    });
  });

  describe('a stage', () => {
    it('is invoiced once when it is done; the final invoice takes back all of them', async () => {
      const id = await order();
      const stages = [
        { name: 'Tournage', share: { kind: 'percent', percent: '40' }, doneOn: '2026-11-20' },
        { name: 'Montage', share: { kind: 'amount', cents: 5_000 } },
      ];
      const put = await world.ask<{ stages: { id: string }[] }>('PUT', `/prestations/${id}/stages`, {
        ...{ version: 0, stages },
      });
      const [filmed, cut] = put.body.stages.map((stage) => stage.id);
      const { body } = await world.document(id, 'invoice', { stageId: filmed });
      expect(body.netCents).toBe(6_000);
      const again = await world.document(id, 'invoice', { stageId: filmed });
      expect(again.body.code).toBe('DOCUMENT.STAGE_UNFIT');
      expect((await world.document(id, 'invoice', { stageId: cut })).body.code).toBe('DOCUMENT.STAGE_UNFIT');
      const { body: final } = await world.issue(id);
      expect(body.grossCents + final.grossCents).toBe(17_001);
    });
  });

  describe('a credit note', () => {
    const invoiced = async () => {
      const id = await order();
      return { id, invoice: (await world.issue(id)).body };
    };
    const credit = (id: PrestationId, citesId: string, asked: unknown) =>
      world.document(id, 'credit-note', { citesId, credit: asked });

    it('takes back some of a line, then what is left of it, to the cent', async () => {
      const { id, invoice } = await invoiced();
      const some = await credit(id, invoice.id, [{ position: 1, quantity: '0.3' }]);
      expect(some.body.number).toMatch(/^AV-2026-/);
      expect(some.body).toMatchObject({ netCents: 3_000, vatCents: 600 });
      const { creditable, openCents } = await detail(invoice.id);
      expect(creditable[0]).toMatchObject({ position: 1, quantityLeft: '0.7', netCentsLeft: 7_001 });
      expect(openCents).toBe(invoice.grossCents - some.body.grossCents);
      const more = await credit(id, invoice.id, [{ position: 1, quantity: '0.8' }]);
      expect(more.body).toMatchObject({ code: 'DOCUMENT.MORE_THAN_LEFT', params: { left: '0,7' } });
      await credit(id, invoice.id, [{ position: 1, quantity: 'rest' }]);
      await credit(id, invoice.id, 'all');
      expect(await detail(invoice.id)).toMatchObject({ openCents: 0, creditable: [] });
      expect((await credit(id, invoice.id, 'all')).body.code).toBe('DOCUMENT.NOTHING_LEFT');
    });

    it('of everything opens the order again, which can be invoiced once more', async () => {
      const { id, invoice } = await invoiced();
      await credit(id, invoice.id, 'all');
      expect((await prestation(id)).state).toBe('in-progress');
      const second = await world.document(id, 'invoice');
      expect(second.body).toMatchObject({ grossCents: invoice.grossCents });
    });

    it('keeps rate and client of its invoice, whatever the settings say today', async () => {
      const { id, invoice } = await invoiced();
      const exempt = { regime: 'exempt', exemptionCode: 'VATEX-FR-FRANCHISE', exemptionText: 'Franchise' };
      await world.recordSeller({ vat: exempt });
      const { body } = await credit(id, invoice.id, 'all');
      await world.recordSeller();
      expect(body).toMatchObject({ vatCents: invoice.vatCents, grossCents: invoice.grossCents });
    });

    it('is never more than its invoice when two are issued at the same time', async () => {
      const { id, invoice } = await invoiced();
      const drafts = await Promise.all(
        [1, 2].map(() => world.draft(id, 'credit-note', { citesId: invoice.id, credit: 'all' })),
      );
      const answers = await Promise.all(drafts.map(({ body }) => world.send(body.id)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    });
  });

  describe('a draft', () => {
    it('is one document for one key, shows what it would be, and can be changed and deleted', async () => {
      const id = await order();
      const drafts = await Promise.all(
        [1, 2].map(() => world.draft(id, 'deposit', { part: { percent: '10' } }, id)),
      );
      expect(drafts.map(({ status }) => status).sort()).toEqual([200, 201]);
      const draftId = drafts[0]?.body.id ?? '';
      expect(drafts[1]?.body.id).toBe(draftId);
      const change = { request: { part: { percent: '20' } } };
      expect((await world.ask('PATCH', `/documents/${draftId}`, change)).status).toBe(200);
      const unfit = await world.ask<{ code: string }>('PATCH', `/documents/${draftId}`, { request: {} });
      expect(unfit.body.code).toBe('DOCUMENT.REQUEST_UNFIT');
      const preview = await world.ask<{ content: { number: string; totals: object }; flaws: object[] }>(
        'GET',
        `/documents/${draftId}/preview`,
      );
      expect(preview.body).toMatchObject({ content: { totals: { netCents: 3_000 } }, flaws: [] });
      const pdf = await world.billing.client.get(`/api/v1/documents/${draftId}/preview.pdf`);
      expect(pdf.text.slice(0, 5)).toBe('%PDF-');
      expect((await world.ask('DELETE', `/documents/${draftId}`)).status).toBe(204);
      expect((await world.ask('GET', `/documents/${draftId}`)).status).toBe(404);
    });

    it('of an order that was cancelled meanwhile is not issued', async () => {
      const id = await order();
      const { body: draft } = await world.draft(id, 'deposit', { part: { percent: '10' } });
      await world.ask('POST', `/prestations/${id}/state`, { event: 'cancel' });
      expect((await world.send(draft.id)).body.code).toBe('PRESTATION.CANCELLED');
    });

    it('of a public buyer is refused with the name of the field that lacks', async () => {
      const buyer = await world.organisation('987654324', 'public-body');
      await world.ask('PATCH', `/organisations/${buyer}`, { requiresServiceCode: true });
      const id = await world.prestation(buyer);
      await world.addLine(id);
      const refused = await world.issue(id);
      expect(refused).toMatchObject({ status: 409, body: { code: 'PAPER.SERVICE_CODE_MISSING' } });
      await world.ask('PATCH', `/organisations/${buyer}`, { serviceCode: 'SERVICE-1' });
      expect((await world.issue(id)).status).toBe(200);
    });
  });

  it('tell what a client bought and owes', async () => {
    const other = await world.organisation();
    const id = await world.prestation(other);
    await world.addLine(id, TWO_RATES[0]);
    const { body: invoice } = await world.issue(id);
    await world.document(id, 'credit-note', {
      citesId: invoice.id,
      credit: [{ position: 1, quantity: '0.5' }],
    });
    const figures = await world.ask<object>('GET', `/organisations/${other}/figures`);
    // 100.01 € minus 50.01 € (half a cent is rounded up), and 20 % of each.
    expect(figures.body).toMatchObject({
      ...{ invoiced: { netCents: 5_000, vatCents: 1_000 }, openCents: 6_000, overdueCents: 0, documents: 2 },
    });
    const overdue = await world.ask<{ total: number }>(
      'GET',
      `/documents?overdue=true&organisationId=${other}`,
    );
    expect(overdue.body.total).toBe(0);
  });
});
