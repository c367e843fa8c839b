import type { PrestationId } from '@pandafab/shared';
import { describeOnBothDatabases, pollUntil } from '@pandafab/testing';
import { features } from '../../../apps/server/src/app/features';
import { chainedOf } from '../../../apps/server/src/money/chain/chained-record';
import { HeadLogWriter } from '../../../apps/server/src/money/chain/head-log-writer';
import { verifyChain } from '../../../apps/server/src/money/chain/verify/verify-chain';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
import { BillingWorld } from '../fixtures/billing-world';
import { OrderClient, typed } from '../fixtures/order-client';
import { pdfText } from '../fixtures/pdf-text';

/** 300.00 € at 20 %. */
const PRINTED = typed({ quantity: '3', unit: 'C62', unitPrice: '100', activity: 'printing' });
const DAY_MS = 24 * 3_600_000;

interface Shown {
  readonly state: string;
  readonly clientName: string;
  readonly content: {
    readonly lines: readonly { readonly netCents: number; readonly quantity: string }[];
    readonly vat: readonly { rateBasisPoints: number; baseCents: number; vatCents: number }[];
    readonly totals: { readonly netCents: number; readonly vatCents: number; readonly grossCents: number };
    readonly client: { readonly name: string };
  };
}

describeOnBothDatabases('attacks on documents', (open) => {
  let world: BillingWorld;
  let orders: OrderClient;

  beforeAll(async () => {
    world = await BillingWorld.open(await open());
    orders = new OrderClient(world, await world.organisation());
    await world.publishTariff();
    await world.recordSeller();
  });
  afterAll(async () => {
    const { manager } = world.server.app.get(ReadDatabase);
    const { log } = world.server.app.get(HeadLogWriter);
    // The head file is written after the answer.
    await pollUntil(
      'a whole chain',
      async () => (await verifyChain({ manager, log, records: chainedOf(features) })).problem === null,
    );
    await world.server.stop();
  });

  const order = async (...lines: object[]): Promise<PrestationId> => {
    const id = await orders.make();
    await orders.saveLines(id, 0, lines.length > 0 ? lines : [PRINTED]);
    return id;
  };
  const shown = async (id: string) => (await world.ask<Shown>('GET', `/documents/${id}`)).body;
  const documentsOf = async (id: PrestationId) => {
    const { body } = await world.ask<{ items: { state: string; kind: string }[] }>(
      'GET',
      `/documents?prestationId=${id}`,
    );
    return body.items.filter(({ state }) => state === 'issued');
  };
  const statuses = (answers: readonly { status: number }[]) => answers.map(({ status }) => status).sort();
  const decide = (id: string, on: string) =>
    world.ask<{ code: string; params: object }>('POST', `/documents/${id}/decision`, {
      ...{ decision: 'accepted', how: 'phone', name: 'Ada', on },
    });

  describe('at the same time', () => {
    it('two final invoices under different keys: one is issued', async () => {
      const id = await order();
      const drafts = await Promise.all(
        ['a', 'b'].map((key) => world.draft(id, 'invoice', {}, `${key} ${id}`)),
      );
      const answers = await Promise.all(drafts.map(({ body }) => world.send(body.id)));
      expect(statuses(answers)).toEqual([200, 409]);
      expect(await documentsOf(id)).toHaveLength(1);
    });

    it('one draft issued five times has one number', async () => {
      const { body: draft } = await world.draft(await order(), 'invoice');
      const answers = await Promise.all([1, 2, 3, 4, 5].map(() => world.send(draft.id)));
      expect(statuses(answers)).toEqual([200, 200, 200, 200, 200]);
      expect(new Set(answers.map(({ body }) => body.number)).size).toBe(1);
    });

    it('one key for two orders makes one draft, and refuses the other', async () => {
      const both = await Promise.all([order(), order()]);
      const answers = await Promise.all(both.map((id) => world.draft(id, 'invoice', {}, `key ${both[0]}`)));
      // 409 REQUEST.AT_ONCE: the database refused the second row with this key.
      expect([409, 422]).toContain(statuses(answers)[1]);
      expect(statuses(answers)[0]).toBe(201);
    });

    it('two partial credits that together are more than the line: one is issued', async () => {
      const id = await order();
      const { body: invoice } = await world.issue(id);
      const credit = [{ position: 1, quantity: '2' }];
      const drafts = await Promise.all(
        [1, 2].map(() => world.draft(id, 'credit-note', { citesId: invoice.id, credit })),
      );
      const answers = await Promise.all(drafts.map(({ body }) => world.send(body.id)));
      expect(statuses(answers)).toEqual([200, 409]);
    });

    it('an order is not cancelled while a deposit of it is issued', async () => {
      const id = await order();
      const { body: draft } = await world.draft(id, 'deposit', { part: { percent: '30' } });
      await Promise.all([world.send(draft.id), orders.record(id, 'cancel')]);
      const { state } = await orders.read(id);
      expect([state, (await documentsOf(id)).length]).toEqual(
        state === 'cancelled' ? ['cancelled', 0] : ['preparing', 1],
      );
    });

    it('deposits of 60 % twice: the second is more than what is left', async () => {
      const id = await order();
      const part = { percent: '60' };
      const drafts = await Promise.all([1, 2].map(() => world.draft(id, 'deposit', { part })));
      const answers = await Promise.all(drafts.map(({ body }) => world.send(body.id)));
      expect(statuses(answers)).toEqual([200, 409]);
    });

    it('a quote that is sent while lines are deleted shows all of them or none', async () => {
      const id = await order(PRINTED, PRINTED);
      const { body: draft } = await world.draft(id, 'quote');
      const [sent] = await Promise.all([
        world.send(draft.id, 'quote'),
        orders.saveLines(id, 1, [typed({ quantity: '1', unitPrice: '5', activity: 'printing' })]),
      ]);
      expect(sent.status).toBe(200);
      const { content } = await shown(draft.id);
      expect([60_000, 500]).toContain(content.totals.netCents);
      expect(content.lines).toHaveLength(content.totals.netCents === 500 ? 1 : 2);
    });
  });

  describe('with time', () => {
    it('a clock that goes back over New Year in Paris takes no number, in no kind', async () => {
      const { now } = world.date;
      const drafts: string[] = [];
      for (let at = 0; at < 4; at += 1) drafts.push((await world.draft(await order(), 'invoice')).body.id);
      const [old = '', first = '', back = '', next = ''] = drafts;
      // 23:59:59 in Paris, and one second later.
      world.date.now = Date.parse('2026-12-31T22:59:59Z');
      expect((await world.send(old)).body).toMatchObject({ issuedOn: '2026-12-31' });
      world.date.now = Date.parse('2026-12-31T23:00:00Z');
      expect((await world.send(first)).body).toMatchObject({
        ...{ issuedOn: '2027-01-01', number: 'FA-2027-000001' },
      });
      world.date.now = Date.parse('2026-12-31T22:59:59Z');
      expect((await world.send(back)).body.code).toBe('BILLING.DATE_BEFORE_LAST');
      world.date.now = Date.parse('2027-01-01T08:00:00Z');
      expect((await world.send(next)).body.number).toBe('FA-2027-000002');
      expect((await world.send(back)).body.number).toBe('FA-2027-000003');
      world.date.now = now + 90 * DAY_MS;
    });

    it('a clock that goes back a day makes no credit note that is older than its invoice', async () => {
      const id = await order();
      world.date.now += DAY_MS;
      const { body: invoice } = await world.issue(id);
      const { body: draft } = await world.draft(id, 'credit-note', { citesId: invoice.id, credit: 'all' });
      world.date.now -= DAY_MS;
      expect((await world.send(draft.id)).body.code).toBe('PAPER.CITATION_LATER');
      world.date.now += DAY_MS;
      expect((await world.send(draft.id)).status).toBe(200);
    });

    it('a quote is not accepted before the day on which it was sent, nor sent after its last day', async () => {
      const id = await order();
      const { body: quote } = await world.document(id, 'quote');
      const early = await decide(quote.id, '2026-01-02');
      expect(early).toMatchObject({ status: 422, body: { code: 'DOCUMENT.DECISION_EARLY' } });
      expect((await decide(quote.id, quote.issuedOn)).status).toBe(200);
      const past = await world.document(id, 'quote', { validUntil: '2026-11-01' });
      expect(past).toMatchObject({ status: 409, body: { code: 'PAPER.VALIDITY_PAST' } });
    });
  });

  describe('with what changes in between', () => {
    const rate = (rateBasisPoints: number, inForceFrom: string) =>
      world.recordSeller({
        inForceFrom,
        vat: {
          regime: 'split',
          activities: {
            printing: { categoryCode: 'S', rateBasisPoints, exemptionCode: null, exemptionText: null },
            training: { categoryCode: 'S', rateBasisPoints, exemptionCode: null, exemptionText: null },
          },
        },
      });

    it('a rate that changes after quote and deposit: each document keeps its own, and all add up', async () => {
      const today = new Date(world.date.now).toISOString().slice(0, 10);
      const tomorrow = new Date(world.date.now + DAY_MS).toISOString().slice(0, 10);
      const id = await order();
      const { body: quote } = await world.document(id, 'quote');
      await decide(quote.id, today);
      const { body: deposit } = await world.document(id, 'deposit', { part: { percent: '30' } });
      await rate(1000, tomorrow);
      world.date.now += 2 * DAY_MS;
      // The work is done under the new rate.
      const served = new Date(world.date.now).toISOString().slice(0, 10);
      const { linesVersion } = await orders.read(id);
      await orders.saveLines(id, linesVersion, [{ ...PRINTED, servedOn: served }]);
      const { body: final } = await world.issue(id);
      await rate(2000, served);
      expect((await shown(quote.id)).content.totals).toMatchObject({ vatCents: 6_000 });
      expect((await shown(deposit.id)).content.totals).toMatchObject({ netCents: 9_000, vatCents: 1_800 });
      const { content } = await shown(final.id);
      expect(content.totals.netCents).toBe(21_000);
      expect(content.vat).toMatchObject([
        { rateBasisPoints: 2000, baseCents: -9_000, vatCents: -1_800 },
        { rateBasisPoints: 1000, baseCents: 30_000, vatCents: 3_000 },
      ]);
    });

    it('a client that changes its name after a quote: the quote keeps the old one, the invoice has the new', async () => {
      const id = await order();
      const { body: quote } = await world.document(id, 'quote');
      await world.ask('PATCH', `/organisations/${orders.organisationId}`, { name: 'Lycée Neuf' });
      const { body: invoice } = await world.issue(id);
      await world.ask('PATCH', `/organisations/${orders.organisationId}`, { name: 'Lycée Ancien' });
      const { body: credit } = await world.document(id, 'credit-note', {
        citesId: invoice.id,
        credit: 'all',
      });
      const names = await Promise.all(
        [quote, invoice, credit].map(async (each) => (await shown(each.id)).content.client.name),
      );
      expect(names).toEqual(['Lycée Exemple', 'Lycée Neuf', 'Lycée Neuf']);
    });

    it('lines that are all deleted after a quote: nothing is invoiced', async () => {
      const id = await order();
      await world.document(id, 'quote');
      await orders.saveLines(id, 1, []);
      expect((await world.issue(id)).body.code).toBe('BILLING.NOTHING_TO_INVOICE');
    });
  });

  describe('with amounts and texts', () => {
    it.each([
      { quantity: '-1' },
      { quantity: '0' },
      { quantity: '0.0000' },
      { quantity: '1e3' },
      { quantity: '１' },
      { quantity: 'NaN' },
      { unitPrice: '-0.01' },
      { unitPrice: '1,5' },
      { unitPrice: '0.0000001' },
      { basis: 0 },
      { basis: 1.5 },
      { discounts: [{ kind: 'amount', cents: -1, label: '' }] },
      { discounts: [{ kind: 'percent', percent: '100.01', label: '' }] },
    ])('%j is no line', async (change) => {
      expect((await orders.saveLines(await orders.make(), 0, [typed(change)])).status).toBe(400);
    });

    it.each(['a\u0000b', 'a\u0007b', 'a\u202eb', 'a\nb', '\u200b', 'a\ud800b', 'a\ufffeb', 'x'.repeat(301)])(
      '%j is no text of a line, a title or a name',
      async (label) => {
        const id = await orders.make();
        expect((await orders.saveLines(id, 0, [typed({ label })])).status).toBe(400);
        expect((await orders.change(id, { title: label })).status).toBe(400);
        const note = label.length > 300 ? label.repeat(4) : label;
        // A note may have several lines.
        expect((await world.draft(id, 'quote', { note })).status).toBe(label.includes('\n') ? 201 : 400);
      },
    );

    it('markup, emoji and right-to-left words go through quote, invoice and XML as they are', async () => {
      const label = `<b>"R&D"</b> ]]> 🖨️ שלום مرحبا`;
      const id = await order({ ...PRINTED, label });
      const { body } = await world.document(id, 'invoice', { note: label });
      const file = async (kind: string) => {
        const headers = { authorization: `Bearer ${world.billing.client.token}` };
        const answer = await fetch(`${world.server.url}/api/v1/documents/${body.id}/file/${kind}`, {
          headers,
        });
        return Buffer.from(await answer.arrayBuffer());
      };
      const xml = (await file('xml')).toString();
      expect(xml).toContain('&lt;b&gt;&quot;R&amp;D&quot;&lt;/b&gt; ]]&gt; 🖨️ שלום مرحبا');
      expect(pdfText(await file('pdf'))).toContain('<b>"R&D"</b> ]]>');
    });

    it('500 lines of the smallest amounts add up, and no more lines are saved', async () => {
      const tiny = typed({ quantity: '0.0001', unitPrice: '49.999999', activity: 'printing', label: 'Vis' });
      const whole = typed({ quantity: '1', unitPrice: '0.005', activity: 'printing', label: 'Rondelle' });
      const lines = Array.from({ length: 500 }, (_, at) => (at % 2 ? tiny : whole));
      const id = await order(...lines);
      expect((await orders.saveLines(id, 1, [...lines, tiny])).status).toBe(400);
      const { body } = await world.issue(id);
      // Half a cent is a cent, and 0.4999… of a cent is nothing: 250 cents and 20 % of them.
      expect(body).toMatchObject({ netCents: 250, vatCents: 50, grossCents: 300 });
    });
  });
});
