import { describeFault, Fault, type FaultCode, newId, type PrestationId } from '@pandafab/shared';
import { describeOnBothDatabases } from '@pandafab/testing';
import { openPrestation } from '../../../apps/server/src/money/prestations/prestation-lines';
import { FileStore } from '../../../apps/server/src/platform/file-store/file-store';
import { BillingWorld } from '../fixtures/billing-world';
import { OrderClient, typed } from '../fixtures/order-client';
import { newShareLink, sendQuote } from '../fixtures/quoted-order';

/** 100.00 € at 20 %. */
const PRINTED = typed({ quantity: '10', unit: 'C62', unitPrice: '10', activity: 'printing' });

describeOnBothDatabases('refusals of documents', (open) => {
  let world: BillingWorld;
  let orders: OrderClient;

  beforeAll(async () => {
    world = await BillingWorld.open(await open());
    orders = new OrderClient(world, await world.organisation());
  });
  afterAll(() => world.server.stop());

  const order = async (...lines: object[]): Promise<PrestationId> => {
    const id = await orders.make();
    await orders.saveLines(id, 0, lines.length > 0 ? lines : [PRINTED]);
    return id;
  };
  const code = async (method: string, path: string, body?: object) =>
    (await world.ask<{ code: FaultCode }>(method, path, body)).body.code;
  const sentence = (fault: FaultCode) => describeFault(new Fault(fault), 'fr').what;

  it('machine time has no price before the first tariff', async () => {
    const { body } = await orders.saveLines(await orders.make(), 0, [
      { kind: 'machine-time', label: 'Découpe', quantity: '1' },
    ]);
    expect(body.code).toBe('PRESTATION.NO_MACHINE_PRICE');
    await world.publishTariff();
    await world.recordSeller();
  });

  it('a document that is no quote is not sent as one, and a quote is not issued', async () => {
    const id = await order();
    const { body: quote } = await world.draft(id, 'quote');
    const { body: deposit } = await world.draft(id, 'deposit', { part: { percent: '10' } });
    expect(await code('POST', `/documents/${quote.id}/issue`)).toBe('DOCUMENT.IS_QUOTE');
    expect(await code('POST', `/documents/${deposit.id}/send-quote`)).toBe('DOCUMENT.NOT_QUOTE');
    const decided = { decision: 'accepted', how: 'phone', name: 'Ada' };
    expect(await code('POST', `/documents/${quote.id}/decision`, decided)).toBe('DOCUMENT.IS_DRAFT');
    expect(await code('GET', `/documents/${quote.id}/file/pdf`)).toBe('DOCUMENT.IS_DRAFT');
    await world.send(quote.id, 'quote');
    expect(await code('GET', `/documents/${quote.id}/file/xml`)).toBe('DOCUMENT.HAS_NO_XML');
  });

  it('an issued document is not changed and not deleted', async () => {
    const { body } = await world.document(await order(), 'deposit', { part: { percent: '10' } });
    const request = { part: { percent: '90' } };
    expect(await code('PATCH', `/documents/${body.id}`, { request })).toBe('DOCUMENT.NOT_DRAFT');
    expect(await code('DELETE', `/documents/${body.id}`)).toBe('DOCUMENT.NOT_DRAFT');
    expect(await code('GET', `/documents/${body.id}/preview`)).toBe('DOCUMENT.NOT_DRAFT');
  });

  it('a credit note takes lines that the invoice has, and no more than it charges', async () => {
    const id = await order();
    await world.document(id, 'deposit', { part: { percent: '30' } });
    const { body: invoice } = await world.issue(id);
    const credit = (position: number, quantity: string) =>
      world.document(id, 'credit-note', { citesId: invoice.id, credit: [{ position, quantity }] });
    expect((await credit(9, '1')).body.code).toBe('DOCUMENT.NO_SUCH_LINE');
    expect((await credit(2, 'rest')).body.code).toBe('DOCUMENT.ONLY_WHOLE');
    // The line is 100.00 €, and the deposit left 70.00 € of it on this invoice.
    expect((await credit(1, 'rest')).body.code).toBe('DOCUMENT.MORE_THAN_INVOICE');
    expect((await credit(1, '7')).body).toMatchObject({ netCents: 7_000, vatCents: 1_400 });
  });

  it('a preview says that a part departs from its percentage, and why', async () => {
    const id = await order(typed({ quantity: '1', unitPrice: '0.06', activity: 'printing' }));
    const { body: draft } = await world.draft(id, 'deposit', { part: { percent: '50' } });
    const { body } = await world.ask<{ hints: { what: string }[] }>('GET', `/documents/${draft.id}/preview`);
    const { what } = describeFault(new Fault('DOCUMENT.CENT_MOVED'), 'en');
    expect(body.hints.map((hint) => hint.what)).toEqual([what]);
  });

  it('an order is of a lab, and an article of the catalogue, that exist', async () => {
    const missing = newId<string>();
    const body = { organisationId: orders.organisationId, title: 'X', labId: missing };
    expect(await code('POST', '/prestations', body)).toBe('PRESTATION.LAB_UNKNOWN');
    expect(await code('PATCH', `/articles/${missing}`, { nameFr: 'X' })).toBe('ARTICLE.UNKNOWN');
  });

  it('a print is for an order that exists and is not delivered', async () => {
    const openOrder = (id: PrestationId) => world.write((unit) => openPrestation(unit, id));
    await expect(openOrder(newId<PrestationId>())).rejects.toMatchObject({
      code: 'BILLING.PRESTATION_UNKNOWN',
    });
    const id = await order();
    for (const event of ['confirm', 'deliver']) await orders.record(id, event);
    await expect(openOrder(id)).rejects.toMatchObject({ code: 'PRESTATION.DELIVERED' });
  });

  it('a file that the disk refuses is asked for again later', async () => {
    const { body } = await world.draft(await order(), 'invoice');
    const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    const refuse = jest.spyOn(FileStore.prototype, 'receive').mockRejectedValue(full);
    expect((await world.send(body.id)).status).toBe(200);
    expect(await code('GET', `/documents/${body.id}/file/pdf`)).toBe('DOCUMENT.FILE_NOT_READY');
    refuse.mockRestore();
    const pdf = await world.billing.client.get(`/api/v1/documents/${body.id}/file/pdf`);
    expect([pdf.status, pdf.text.slice(0, 5)]).toEqual([200, '%PDF-']);
  });

  describe('of the client’s page', () => {
    const page = (method: string, path: string, fields?: Record<string, string>) =>
      world.server.anonymous().request(method, path, {
        headers: { accept: 'text/html', 'accept-language': 'fr' },
        ...(fields ? { body: new URLSearchParams(fields) } : {}),
      });
    const stateOf = async (id: string) =>
      (await world.ask<{ state: string }>('GET', `/documents/${id}`)).body.state;

    it('an order has twenty links at most', async () => {
      const id = await order();
      const links = [];
      for (let at = 0; at < 20; at += 1) links.push(await newShareLink(world, id));
      expect(await code('POST', `/prestations/${id}/share-links`)).toBe('SHARE_LINK.TOO_MANY');
      await world.ask('DELETE', `/prestations/${id}/share-links/${links[0]?.id}`);
      expect((await world.ask('POST', `/prestations/${id}/share-links`)).status).toBe(201);
      const revoked = await page('GET', links[0]?.path ?? '');
      expect([revoked.status, revoked.text.includes(sentence('SHARE_LINK.INVALID'))]).toEqual([404, true]);
    });

    it('a scanner of mails that follows or posts everything decides nothing', async () => {
      const id = await order();
      const quote = await sendQuote(world, id);
      const { path } = await newShareLink(world, id);
      const { text } = await page('GET', path);
      const pdf = /name="pdf" value="([0-9a-f]{64})"/.exec(text)?.[1] ?? '';
      // A form that is posted as it was loaded has no name and no tick.
      const loaded = { number: quote.number, pdf };
      const asLoaded: Record<string, string>[] = [{}, loaded, { ...loaded, name: '' }];
      for (const step of ['accept', 'refuse']) {
        for (const method of ['HEAD', 'GET', 'PUT', 'DELETE', 'OPTIONS'])
          expect([200, 204, 303]).not.toContain((await page(method, `${path}/${step}`)).status);
        for (const fields of asLoaded)
          expect((await page('POST', `${path}/${step}`, fields)).status).toBe(400);
      }
      for (const method of ['HEAD', 'POST']) await page(method, path);
      const query = `number=${quote.number}&pdf=${pdf}&name=Bot&agree=yes`;
      await page('POST', `${path}/accept?${query}`, {});
      expect(await stateOf(quote.id)).toBe('sent');
      const old = await page('POST', `${path}/accept`, {
        ...{ number: quote.number, pdf: 'f'.repeat(64), name: 'Ana', agree: 'yes' },
      });
      expect([old.status, old.text.includes(sentence('QUOTE.PAGE_OLD'))]).toEqual([409, true]);
    });
  });
});
