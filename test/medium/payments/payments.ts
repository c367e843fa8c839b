import { newId, type OrganisationId } from '@pandafab/shared';
import { describeOnBothDatabases, type TestDatabase } from '@pandafab/testing';
import { features } from '../../../apps/server/src/app/features';
import { chainedOf } from '../../../apps/server/src/money/chain/chained-record';
import { HeadLogWriter } from '../../../apps/server/src/money/chain/head-log-writer';
import { verifyChain } from '../../../apps/server/src/money/chain/verify/verify-chain';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
import { Attacker } from '../fixtures/attacker';
import { BillingWorld } from '../fixtures/billing-world';
import { pdfText } from '../fixtures/pdf-text';

interface Payment {
  readonly id: string;
  readonly number: string;
  readonly cents: number;
  readonly leftCents: number;
  readonly undoneBy: string | null;
  readonly undoes: string | null;
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly allotments: { readonly number: string; readonly document: string; readonly cents: number }[];
}
interface OfDocument {
  readonly openCents: number;
  readonly balanceCents: number;
  readonly items: object[];
  readonly code?: string;
}

describeOnBothDatabases('payments of clients', (open) => {
  let database: TestDatabase;
  let world: BillingWorld;
  let client: OrganisationId;

  beforeAll(async () => {
    database = await open();
    world = await BillingWorld.open(database);
    await world.publishTariff();
    await world.recordSeller();
  });
  // Each test has a client of its own, so that accounts start empty.
  beforeEach(async () => {
    client = await world.organisation();
  });
  afterAll(() => world.server.stop());

  /** An issued invoice of 100.00 € for this client, without VAT. */
  const invoice = async (organisation = client) => {
    const id = await world.prestation(organisation);
    await world.addLine(id, { quantity: '1', unitPrice: '100' });
    return (await world.issue(id)).body;
  };
  const record = (change: object = {}) =>
    world.ask<Payment>('POST', '/payments', {
      ...{ organisationId: client, cents: 10_000, paidOn: '2026-11-23', means: 'transfer' },
      ...change,
    });
  const ofDocument = async (id: string) =>
    (await world.ask<OfDocument>('GET', `/documents/${id}/payments`)).body;
  const allot = (id: string, documentId: string, cents: number, reason?: string) =>
    world.ask<Payment>('POST', `/payments/${id}/allotments`, {
      parts: [{ documentId, cents }],
      ...(reason ? { reason } : {}),
    });
  const verify = () =>
    verifyChain({
      manager: world.server.app.get(ReadDatabase).manager,
      log: world.server.app.get(HeadLogWriter).log,
      records: chainedOf(features),
      patienceMs: 2000,
    });

  it('settle invoices in cents; what is left stays on the account and is refunded or used later', async () => {
    const [first, second] = [await invoice(), await invoice()];
    const parts = [{ documentId: first.id, cents: 10_000 }];
    const { status, body: paid } = await record({ cents: 15_000, allotments: parts });
    expect(status).toBe(201);
    expect(paid).toMatchObject({ leftCents: 5_000, allotments: [{ document: first.number, cents: 10_000 }] });
    expect(paid.number).toMatch(/^RG-2026-\d{6}$/);
    expect(paid.allotments[0]?.number).toBe(`${paid.number}/1`);
    expect(await ofDocument(first.id)).toMatchObject({ openCents: 0, balanceCents: 5_000 });
    expect((await allot(paid.id, second.id, 3_000)).body).toMatchObject({ leftCents: 2_000 });
    expect(await ofDocument(second.id)).toMatchObject({ openCents: 7_000, balanceCents: 2_000 });
    const list = await world.ask<{ items: { id: string; openCents: number; isOverdue: boolean }[] }>(
      'GET',
      `/documents?organisationId=${client}&kind=invoice`,
    );
    expect(list.body.items.map(({ openCents }) => openCents).sort()).toEqual([0, 7_000]);
    const refund = { cents: 2_001, paidOn: '2026-11-23', means: 'transfer', reason: 'Trop payé' };
    const tooMuch = await world.ask<Payment>('POST', `/organisations/${client}/refunds`, refund);
    expect(tooMuch).toMatchObject({ status: 409, body: { code: 'PAYMENT.ABOVE_BALANCE' } });
    expect(tooMuch.body.title?.replaceAll('\u00a0', ' ')).toContain('20.00 €');
    const fits = { ...refund, cents: 2_000 };
    expect((await world.ask<Payment>('POST', `/organisations/${client}/refunds`, fits)).status).toBe(201);
    expect(await ofDocument(second.id)).toMatchObject({ openCents: 7_000, balanceCents: 0 });
  });

  it('are refused above what is open, in the future, for another client, a draft or a credited paper', async () => {
    const document = await invoice();
    const other = await world.organisation('552100554');
    const before = await world.ask<{ total: number }>('GET', '/payments');
    const allotments = (documentId: string, cents = 10_000) => ({ allotments: [{ documentId, cents }] });
    const draft = await world.draft(await world.prestation(client), 'invoice');
    const credited = await invoice();
    const { body: detail } = await world.ask<{ prestationId: string }>('GET', `/documents/${credited.id}`);
    const credit = { citesId: credited.id, credit: 'all' };
    await world.document(detail.prestationId as never, 'credit-note', credit);
    const refusals: [object, string][] = [
      [{ cents: 10_001, ...allotments(document.id, 10_001) }, 'PAYMENT.ABOVE_OPEN'],
      [{ cents: 9_999, ...allotments(document.id) }, 'PAYMENT.ABOVE_LEFT'],
      [{ paidOn: '2026-11-24' }, 'PAYMENT.IN_FUTURE'],
      [{ organisationId: other, ...allotments(document.id) }, 'PAYMENT.OTHER_CLIENT'],
      [allotments(draft.body.id), 'PAYMENT.DOCUMENT_NOT_PAYABLE'],
      [allotments(credited.id), 'PAYMENT.CREDITED'],
      [{ means: 'card', paidOn: '1999-12-31' }, 'PAYMENT.MEANS_UNKNOWN'],
      [{ organisationId: newId() }, 'ORGANISATION.UNKNOWN'],
    ];
    for (const [change, code] of refusals) expect((await record(change)).body.code).toBe(code);
    for (const wrong of [
      { cents: 0 },
      { cents: -5 },
      { cents: 1.5 },
      { means: 'account' },
      { paidOn: '2026-02-30' },
    ])
      expect((await record(wrong)).status).toBe(400);
    // A refusal leaves neither an entry nor a gap in the numbers.
    expect((await world.ask<{ total: number }>('GET', '/payments')).body.total).toBe(before.body.total);
    expect((await verify()).problem).toBeNull();
  });

  it('are undone by an opposite entry, once, which opens what they settled', async () => {
    const document = await invoice();
    const allotments = [{ documentId: document.id, cents: 10_000 }];
    const { body: paid } = await record({ allotments });
    const undo = () => world.ask<Payment>('POST', `/payments/${paid.id}/undo`, { reason: 'Chèque rejeté' });
    const [first, second] = await Promise.all([undo(), undo()]);
    expect(first.body.undoneBy).toBe(second.body.undoneBy);
    expect(first.body.allotments.map(({ cents }) => cents)).toEqual([10_000, -10_000]);
    expect((await ofDocument(document.id)).openCents).toBe(10_000);
    const reversal = await world.ask<Payment>('GET', `/payments/${first.body.undoneBy}`);
    expect(reversal.body).toMatchObject({ cents: -10_000, undoes: paid.id });
    const again = await world.ask<Payment>('POST', `/payments/${reversal.body.id}/undo`, { reason: 'x' });
    expect(again.body.code).toBe('PAYMENT.IS_REVERSAL');
    expect((await allot(paid.id, document.id, 1)).body.code).toBe('PAYMENT.UNDONE');
    expect((await allot(reversal.body.id, document.id, 1)).body.code).toBe('PAYMENT.NOT_ALLOTTABLE');
  });

  it('of an invoice that is credited later are put on the account, from which they can be refunded', async () => {
    const id = await world.prestation(client);
    await world.addLine(id, { quantity: '1', unitPrice: '100' });
    const { body: document } = await world.issue(id);
    await record({ allotments: [{ documentId: document.id, cents: 10_000 }] });
    await world.document(id, 'credit-note', { citesId: document.id, credit: 'all' });
    expect(await ofDocument(document.id)).toMatchObject({ openCents: -10_000 });
    const release = () =>
      world.ask<OfDocument>('POST', `/documents/${document.id}/overpaid`, { reason: 'Avoir' });
    expect((await release()).body).toMatchObject({ openCents: 0, balanceCents: 10_000 });
    expect((await release()).body.code).toBe('PAYMENT.NOTHING_TOO_MUCH');
    const refund = { cents: 10_000, paidOn: '2026-11-23', means: 'transfer', reason: 'Avoir' };
    expect((await world.ask('POST', `/organisations/${client}/refunds`, refund)).status).toBe(201);
    expect(await ofDocument(document.id)).toMatchObject({ openCents: 0, balanceCents: 0 });
  });

  it('are booked once whatever repeats, and one cent is never given twice by two people', async () => {
    const key = newId<string>();
    const repeats = await Promise.all([1, 2, 3].map(() => record({ key })));
    expect(new Set(repeats.map(({ body }) => body.number)).size).toBe(1);
    const documents = [await invoice(), await invoice(), await invoice()];
    const id = repeats[0]?.body.id ?? '';
    const answers = await Promise.all(documents.map((document) => allot(id, document.id, 6_000)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('PAYMENT.ABOVE_LEFT');
    const unpaid = documents.find((_, at) => answers[at]?.status === 409);
    const two = await Promise.all([record(), record()]);
    // 60 € are settled of the first that won: 40 € are open there, 100 € on the others.
    const both = await Promise.all(two.map(({ body }) => allot(body.id, unpaid?.id ?? '', 6_000)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('PAYMENT.ABOVE_OPEN');
    // Cents that were given can be taken back, with a reason, and not more.
    const given = both.find(({ status }) => status === 200)?.body;
    expect((await allot(given?.id ?? '', unpaid?.id ?? '', -1)).status).toBe(400);
    expect((await allot(given?.id ?? '', unpaid?.id ?? '', -6_001, 'x')).body.code).toBe(
      'PAYMENT.ABOVE_ALLOTTED',
    );
    expect((await allot(given?.id ?? '', unpaid?.id ?? '', -1_000, 'Erreur')).body.leftCents).toBe(5_000);
  });

  it('are not booked while the clock of the server is before the last payment', async () => {
    const { now } = world.date;
    world.date.now = now - 86_400_000;
    const early = await record({ paidOn: '2026-11-22' });
    expect(early).toMatchObject({ status: 409, body: { code: 'BILLING.DATE_BEFORE_LAST' } });
    world.date.now = now;
    expect((await record()).status).toBe(201);
  });

  it('are listed by words, days and means, and those with money left apart', async () => {
    await record({ payer: 'Métropole Exemple', reference: 'VIR 42', means: 'cheque', cents: 4_200 });
    const list = async (query: string) =>
      (await world.ask<{ items: Payment[]; sumCents: number; total: number }>('GET', `/payments?${query}`))
        .body;
    expect(await list('search=metropole')).toMatchObject({ sumCents: 4_200, items: [{ cents: 4_200 }] });
    expect((await list('means=cheque&unused=true')).total).toBe(1);
    expect((await list('from=2026-11-24')).total).toBe(0);
    const unused = await list('unused=true&limit=200');
    expect(unused.items.every(({ leftCents, undoneBy }) => leftCents > 0 && undoneBy === null)).toBe(true);
  });

  const statementPdf = async (query: string) => {
    const { token } = world.billing.client;
    const path = `/api/v1/organisations/${client}/statement/pdf${query}`;
    const answer = await fetch(world.server.url + path, { headers: { authorization: `Bearer ${token}` } });
    return pdfText(Buffer.from(await answer.arrayBuffer()));
  };

  it('make a statement of the account, and an aged balance', async () => {
    const document = await invoice();
    await record({ cents: 4_000, allotments: [{ documentId: document.id, cents: 3_000 }] });
    const { body } = await world.ask<{ closingCents: number; onAccountCents: number; items: object[] }>(
      'GET',
      `/organisations/${client}/statement`,
    );
    expect(body).toMatchObject({ openingCents: 0, closingCents: 6_000, onAccountCents: 1_000 });
    expect(body.items).toMatchObject([
      { kind: 'invoice', cents: 10_000, balanceCents: 10_000, documentId: document.id },
      { kind: 'payment', cents: -4_000, balanceCents: 6_000 },
    ]);
    const later = await world.ask('GET', `/organisations/${client}/statement?from=2026-11-24&to=2026-11-30`);
    expect(later.body).toMatchObject({ openingCents: 6_000, closingCents: 6_000, items: [] });
    const pdf = await statementPdf('');
    for (const said of ['Relevé de compte', `Facture ${document.number}`, '40,00 €', 'Documents non réglés'])
      expect(pdf).toContain(said);
    expect(pdf).toMatch(/Reste à payer au [\d/]+ : 60,00 €\./);
    // What is open now is not what was open then.
    const past = await statementPdf('?to=2026-11-01');
    expect(past).toContain('Votre compte est soldé au 01/11/2026.');
    expect(past).not.toContain('Documents non réglés');
    const { now } = world.date;
    world.date.now = now + 70 * 86_400_000;
    const aged = await world.ask<{ items: { organisationId: string }[]; totals: { openCents: number } }>(
      'GET',
      '/billing/balances',
    );
    world.date.now = now;
    expect(aged.body.items.find(({ organisationId }) => organisationId === client)).toMatchObject({
      ...{ notDueCents: 0, upTo30Cents: 0, upTo60Cents: 7_000, openCents: 7_000, onAccountCents: 1_000 },
    });
  });

  it('in cash are counted: a difference needs a reason, and the next day begins with the count', async () => {
    const day = '2026-11-20';
    await record({ means: 'cash', cents: 1_250, paidOn: '2026-11-20' });
    const book = async (on: string) => (await world.ask<object>('GET', `/cash-book?day=${on}`)).body;
    expect(await book(day)).toMatchObject({ openingCents: 0, expectedCents: 1_250, count: null });
    const count = (change: object) =>
      world.ask<{ code?: string }>('POST', '/cash-book/counts', {
        labId: null,
        day,
        countedCents: 1_200,
        ...change,
      });
    expect((await count({})).body.code).toBe('CASH.REASON_MISSING');
    expect((await count({ day: '2026-11-24' })).body.code).toBe('PAYMENT.IN_FUTURE');
    expect((await count({ reason: 'Erreur de rendu' })).body).toMatchObject({
      count: { differenceCents: -50 },
    });
    world.date.now += 60_000;
    // Written later, for a day that was counted: it is in the till of the next day.
    await record({ means: 'cash', cents: 300, paidOn: '2026-11-19' });
    expect(await book('2026-11-21')).toMatchObject({ openingCents: 1_500, movements: [] });
    expect((await count({ day: '2026-11-21', countedCents: 1_500 })).status).toBe(201);
    expect((await count({ day: '2026-11-19' })).body.code).toBe('CASH.LATER_COUNT');
  });

  it('are links of the chain: a changed row, a removed allotment and a cut tail are each found', async () => {
    const whole = await verify();
    expect(whole.problem).toBeNull();
    expect(whole.records).toBeGreaterThan(10);
    const { body: paid } = await record({ cents: 777, payer: 'Mairie' });
    const { manager } = world.server.app.get(ReadDatabase);
    const attacker = await Attacker.on(world, database, ['payments', 'allotments']);
    for (const [set, back] of [
      ['cents = 778', 'cents = 777'],
      [`payer = 'Moi'`, `payer = 'Mairie'`],
      [`"paidOn" = '2026-11-22'`, `"paidOn" = '2026-11-23'`],
    ]) {
      await attacker.run(`UPDATE payments SET ${set} WHERE number = '${paid.number}'`);
      expect((await verify()).problem).toMatchObject({
        code: 'CHAIN.RECORD_CHANGED',
        details: { kind: 'payment', number: paid.number },
      });
      await attacker.run(`UPDATE payments SET ${back} WHERE number = '${paid.number}'`);
    }
    expect((await verify()).problem).toBeNull();
    // A row that was put into the table by hand.
    await attacker.run(`INSERT INTO payments (id, number, kind, "paidOn", "bookedOn", means, cents, "organisationId", payer,
      at, salt) VALUES ('by-hand', 'RG-2026-999999', 'payment', '2026-11-23', '2026-11-23', 'cash', 5, '${client}',
      'Moi', 0, 'x')`);
    expect((await verify()).problem).toMatchObject({
      code: 'CHAIN.RECORD_UNLINKED',
      details: { kind: 'payment', number: 'RG-2026-999999' },
    });
    await attacker.run(`DELETE FROM payments WHERE id = 'by-hand'`);
    const [last] = await manager.query('SELECT number FROM allotments ORDER BY at DESC, number DESC LIMIT 1');
    await attacker.run(`DELETE FROM allotments WHERE number = '${last.number}'`);
    expect((await verify()).problem).toMatchObject({
      code: 'CHAIN.RECORD_MISSING',
      details: { kind: 'allotment', number: last.number },
    });
  });
});
