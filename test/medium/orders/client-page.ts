import { createHash } from 'node:crypto';
import { ShareLink } from '../../../apps/server/src/money/client-page/share-link.entity';
import { Acceptance, PaperDocument } from '../../../apps/server/src/money/documents/document.entities';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
import type { BillingWorld } from '../fixtures/billing-world';
import { newOrder, newShareLink, type SentQuote, sendQuote } from '../fixtures/quoted-order';
import { describeOnSharedBilling } from '../fixtures/shared-billing';

const DAY_MS = 24 * 3_600_000;

describeOnSharedBilling('the client’s page', (shared) => {
  let world: BillingWorld;

  beforeAll(async () => {
    ({ world } = await shared());
    await world.publishTariff();
    await world.recordSeller();
  });

  const page = (path: string, language = 'fr') =>
    world.server.anonymous().get(path, { headers: { accept: 'text/html', 'accept-language': language } });
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    world.server.anonymous().post(path, new URLSearchParams(fields), {
      headers: { accept: 'text/html', 'accept-language': 'fr', ...headers },
    });
  const pdfOf = async (path: string, number: string) => {
    const answer = await fetch(`${world.server.url}${path}/documents/${number}.pdf`);
    return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  const read = () => world.server.app.get(ReadDatabase);
  const stateOf = async ({ id }: SentQuote) => (await read().of(PaperDocument).findOneByOrFail({ id })).state;

  /** A sent quote, its page, and the fields of its form as the browser has them. */
  async function quoted() {
    const order = await newOrder(world);
    const quote = await sendQuote(world, order);
    const link = await newShareLink(world, order);
    const { text } = await page(link.path);
    const pdf = /name="pdf" value="([0-9a-f]{64})"/.exec(text)?.[1] ?? '';
    const fields = { number: quote.number, pdf, name: 'Ana Exemple' };
    return { order, quote, link, path: link.path, fields };
  }

  it('shows the order, the quote and the documents, in the reader’s language', async () => {
    const { path, quote, fields } = await quoted();
    const french = await page(path);
    expect(french.status).toBe(200);
    for (const shown of ['Supports de capteurs', 'Pour Lycée Exemple', 'En préparation', quote.number])
      expect(french.text).toContain(shown);
    expect(french.text).toContain('<html lang="fr">');
    expect(french.text).toContain('Association Les Ateliers');
    const english = await page(path, 'en');
    expect(english.text).toContain('Accept and order');
    expect((await page(`${path}?language=en`)).text).toContain('Accept and order');
    const { answer, bytes } = await pdfOf(path, quote.number);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(fields.pdf);
  });

  it('is kept out of caches, search engines and other sites’ logs, and has no script', async () => {
    const { path } = await quoted();
    const { headers, text } = await page(path);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
    // “no-referrer” would make browsers post the form with the origin “null”.
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).not.toContain('<script');
  });

  it('records who accepted, when, from where, and the PDF', async () => {
    const { path, quote, fields } = await quoted();
    const done = await post(`${path}/accept?language=fr`, { ...fields, agree: 'yes' });
    expect([done.status, done.headers.get('location')]).toEqual([303, `${path}?language=fr`]);
    expect(await read().of(Acceptance).findOneByOrFail({ documentId: quote.id })).toMatchObject({
      ...{ decision: 'accepted', how: 'page', name: 'Ana Exemple', reason: null, recordedBy: null },
      ...{ at: world.date.now, address: '127.0.0.1', pdfSha256: fields.pdf },
    });
    const { text } = await page(path);
    expect(text).toContain('Ana Exemple a accepté ce devis le 23 novembre 2026.');
    expect(text).toContain('Commande confirmée');
    expect(text).not.toContain('<form');
  });

  it('records a refusal and its reason', async () => {
    const { path, quote, fields } = await quoted();
    const done = await post(`${path}/refuse`, { ...fields, reason: 'Trop cher,\r\nhélas' });
    expect(done.status).toBe(303);
    expect(await read().of(Acceptance).findOneByOrFail({ documentId: quote.id })).toMatchObject({
      ...{ decision: 'refused', reason: 'Trop cher, hélas' },
    });
    expect((await page(path)).text).toContain('a refusé ce devis');
  });

  it('counts two presses of the button as one, and refuses another decision afterwards', async () => {
    const { path, quote, fields } = await quoted();
    const accepting = { ...fields, agree: 'yes' };
    const twice = await Promise.all([1, 2].map(() => post(`${path}/accept`, accepting)));
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    const refusal = await post(`${path}/refuse`, { ...fields, reason: '' });
    expect(refusal.status).toBe(409);
    expect(refusal.text).toContain('Le devis a changé depuis l’ouverture de la page.');
    expect(refusal.text).toContain('a accepté ce devis');
    expect(await stateOf(quote)).toBe('accepted');
  });

  it('says what is missing, and keeps what was typed', async () => {
    const { path, quote, fields } = await quoted();
    const unticked = await post(`${path}/accept`, fields);
    expect(unticked.status).toBe(400);
    expect(unticked.text).toContain('Cochez cette case pour commander.');
    expect(unticked.text).toContain('value="Ana Exemple"');
    const nameless = await post(`${path}/accept`, { ...fields, name: ' ', agree: 'yes' });
    expect(nameless.text).toContain('Indiquez votre nom.');
    expect(await stateOf(quote)).toBe('sent');
  });

  it('accepts no quote that was replaced or has expired, and no PDF that the client did not see', async () => {
    const { order, path, quote, fields } = await quoted();
    const other = await post(`${path}/accept`, { ...fields, pdf: '0'.repeat(64), agree: 'yes' });
    expect(other.status).toBe(409);
    const second = await sendQuote(world, order, quote.id);
    const replaced = await post(`${path}/accept`, { ...fields, agree: 'yes' });
    expect(replaced.status).toBe(409);
    expect(replaced.text).toContain(second.number);
    expect(replaced.text).not.toContain(`>Devis ${quote.number}<`);
    const { now } = world.date;
    world.date.now = now + 400 * DAY_MS;
    const { text } = await page(path);
    expect(text).toContain('Ce devis n’est plus valable.');
    const pdf = createHash('sha256')
      .update((await pdfOf(path, second.number)).bytes)
      .digest('hex');
    const late = await post(`${path}/accept`, { ...fields, number: second.number, pdf, agree: 'yes' });
    world.date.now = now;
    expect(late.status).toBe(409);
    expect([await stateOf(quote), await stateOf(second)]).not.toContain('accepted');
  });

  it('opens nothing with a wrong, changed or revoked link, and nothing of another order', async () => {
    const { path, order, link, fields } = await quoted();
    const foreign = await quoted();
    for (const wrong of ['/p/x', `/p/${'A'.repeat(43)}`, `${path}x`, path.slice(0, -1)]) {
      const answer = await page(wrong);
      expect([wrong, answer.status]).toEqual([wrong, 404]);
      expect(answer.text).toContain('Ce lien n’ouvre rien, ou plus rien.');
    }
    expect((await pdfOf(path, foreign.quote.number)).answer.status).toBe(404);
    const stolen = await post(`${path}/accept`, { ...foreign.fields, agree: 'yes' });
    expect(stolen.status).toBe(409);
    expect(await stateOf(foreign.quote)).toBe('sent');
    const revoked = await world.ask('DELETE', `/prestations/${order}/share-links/${link.id}`);
    expect(revoked.status).toBe(204);
    expect((await page(path)).status).toBe(404);
    expect((await post(`${path}/accept`, { ...fields, agree: 'yes' })).status).toBe(404);
    expect((await pdfOf(path, fields.number)).answer.status).toBe(404);
  });

  it('takes no form from another site', async () => {
    const { path, quote, fields } = await quoted();
    const form = { ...fields, agree: 'yes' };
    const foreign: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example' },
    ];
    for (const headers of foreign) expect((await post(`${path}/accept`, form, headers)).status).toBe(403);
    expect(await stateOf(quote)).toBe('sent');
  });

  it('stores only the hash of a link, and shows the link once', async () => {
    const { path, order, link } = await quoted();
    const secret = path.split('/').at(-1) ?? '';
    expect(secret).toHaveLength(43);
    const stored = await read().of(ShareLink).findOneByOrFail({ id: link.id });
    expect(stored.tokenHash).toBe(createHash('sha256').update(secret).digest('hex'));
    const listed = await world.ask<{ items: object[] }>('GET', `/prestations/${order}/share-links`);
    expect(listed.body.items).toEqual([
      { id: link.id, createdAt: '2026-11-23T09:00:00.000Z', revokedAt: null },
    ]);
  });

  it('says what is still to pay, with the code of a transfer, until it is paid', async () => {
    const order = await world.prestation(await world.organisation());
    await world.addLine(order, { quantity: '1', unitPrice: '100' });
    const { id, number } = (await world.issue(order)).body;
    const { path } = await newShareLink(world, order);
    const { text } = await page(path);
    expect(text.replaceAll('\u00a0', ' ')).toContain('Reste à payer : 100,00 €');
    expect(text).toContain('<svg class="code"');
    const { body: detail } = await world.ask<{ organisationId: string }>('GET', `/documents/${id}`);
    const allotments = [{ documentId: id, cents: 10_000 }];
    const moved = { cents: 10_000, paidOn: '2026-11-23', means: 'cheque', allotments };
    const { organisationId } = detail;
    expect((await world.ask('POST', '/payments', { organisationId, ...moved })).status).toBe(201);
    const paid = await page(path);
    expect(paid.text).toContain(number);
    expect(paid.text).toContain('il ne reste rien à payer.');
    expect(paid.text).not.toContain('<svg class="code"');
    const code = await world.ask('GET', `/documents/${id}/payment-code`);
    expect(code.body).toEqual({ openCents: 0, picture: null });
  });

  it('does not draw texts as HTML', async () => {
    const order = await world.prestation(await world.organisation(), { title: '<b>"Pièces"</b>' });
    const { path } = await newShareLink(world, order);
    const { text } = await page(path);
    expect(text).toContain('&lt;b&gt;&quot;Pièces&quot;&lt;/b&gt;');
    expect(text).toContain('Aucun document pour l’instant.');
  });
});
