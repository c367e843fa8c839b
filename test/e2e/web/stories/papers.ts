import { startSmtp, type TemporarySmtp } from '@pandafab/testing';
import { pdfText } from '../../../medium/fixtures/pdf-text';
import { openBooks } from '../books';
import { holdBack } from '../hold-back';
import { PapersPage, WORDS } from '../papers-page';
import type { Person } from '../person';
import { WebStack } from '../stack';

let smtp: TemporarySmtp;
let stack: WebStack;
let billing: Person;
let organisationId: string;

beforeAll(async () => {
  smtp = await startSmtp();
  stack = await WebStack.start('off', { SMTP_URL: smtp.url, MAIL_FROM: 'PandaFab <fab@fab.example>' });
  const first = await openBooks(stack.admin);
  const { body } = await stack.admin.get<{ organisationId: string }>(`/api/v1/prestations/${first}`);
  organisationId = body.organisationId;
  billing = await stack.person('Inès Comptes', 'billing');
});
afterAll(async () => {
  await stack.stop();
  await smtp.stop();
});
afterEach(() => expect(stack.faults.take()).toEqual([]));

const LOOKS = [
  { locale: 'fr-FR', width: 390, height: 844, language: 'fr', title: 'Supports de capteurs', total: '59,40' },
  { locale: 'en-GB', width: 1440, height: 900, language: 'en', title: 'Sensor brackets', total: '59.40' },
] as const;
const SELLER = '**/api/v1/settings/seller';
const PAYMENTS_OF_PAPER = '**/api/v1/documents/*/payments';
const NEAREST = /^(0,98\s€|€0\.98)$/;

describe.each(LOOKS)('billing staff, $locale at $width px', ({ title, total, language, ...looks }) => {
  const t = WORDS[language];
  let at: PapersPage;

  beforeAll(async () => {
    await stack.admin.post('/api/v1/prestations', { organisationId, title });
    at = new PapersPage(await stack.signedIn(billing, looks), t);
  });
  afterAll(() => at.page.context().close());

  it('can write lines once the settings of the seller are there: each line has one of their activities', async () => {
    const { page } = at;
    const letGo = await holdBack(page, SELLER);
    await page.goto(`${stack.server.url}/prestations`);
    await at.isWell();
    await at.toPrestation(title);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    const add = page.getByRole('combobox', { name: t.editor.add });
    expect(await add.count()).toBe(0);
    letGo();
    await add.waitFor();
  });

  it('write lines as in a spreadsheet', async () => {
    const { page } = at;
    const add = page.getByRole('combobox', { name: t.editor.add });
    await add.fill('Support en PETG');
    await add.press('Enter');
    await at.cell('quantity', 1).fill('12');
    await at.cell('unitPrice', 1).fill('4,50');
    await at.cell('discount', 1).fill('10 %');
    await add.focus();
    await at.paste('Conseil\t0,5\th\t2\nLivraison\t1\tu\t0,10');
    await at.sees(t.editor.pasted_other.replace('{{count}}', '2'));
    // The server calculates: 12 × 4.50 − 10 % = 48.60.
    await at.sees(/^48[.,]60\s€$|^€48\.60$/);
    await at.cell('unitPrice', 2).fill('20');
    await at.cell('quantity', 3).press('Alt+ArrowUp');
    expect(await at.cell('label', 2).inputValue()).toBe('Livraison');
  });

  it('type what a line must cost with tax', async () => {
    await at.cell('unitPrice', 2).press('Alt+KeyT');
    const amount = at.dialog.getByLabel(t.editor.amountWithTax);
    await amount.fill('0,99');
    await at.sees(t.nearest.none);
    await at.dialog.getByRole('button', { name: NEAREST }).waitFor();
    await at.isWell();
    // 0.80 € and 0.16 € of VAT.
    await amount.fill('0,96');
    await at.dialog.getByText(/0[.,]16/).waitFor();
    await at.press(t.editor.takePrice, at.dialog);
    await at.dialog.waitFor({ state: 'detached' });
    expect(await at.cell('unitPrice', 2).inputValue()).toMatch(/^0[.,]8$/);
  });

  it('find their lines again after a reload, and save them', async () => {
    const { page } = at;
    await page.reload();
    await at.sees(t.editor.resumed);
    expect(await at.cell('label', 2).inputValue()).toBe('Livraison');
    await at.isWell();
    await at.press(t.editor.save);
    await at.sees(t.editor.saved);
    await page.getByRole('button', { name: t.editor.save }).waitFor({ state: 'detached' });
    await at.sees(total);
  });

  it('write a note on a quote, send it, and record that the client accepts it', async () => {
    await at.press(t.prestations.next.make.quote);
    await at.sees(t.documents.previewWhat);
    await at.press(t.documents.editDraft);
    await at.dialog.getByLabel(t.documents.note).fill('Pièces grises.\nSans support.');
    await at.dialog.getByLabel(t.documents.validUntil).fill('2099-12-31');
    await at.isWell();
    await at.press(language === 'fr' ? 'Enregistrer' : 'Save', at.dialog);
    await at.sees('Sans support.');
    await at.sees('2099');
    await at.isWell();
    await at.confirm(t.documents.issue.quote);
    await at.isNumbered('DE');
    await at.press(t.documents.decide);
    await at.dialog.getByLabel(t.documents.whoDecided).fill('Paul Fontaine');
    await at.press(t.documents.saveDecision, at.dialog);
    await at.sees('Paul Fontaine');
    await at.isWell();
  });

  it('issue a deposit of 30 %', async () => {
    await at.toPrestation(title);
    await at.press(t.prestations.next.make.deposit);
    await at.dialog
      .getByText(/17[.,]82/)
      .first()
      .waitFor();
    await at.isWell();
    await at.press(t.documents.makeDeposit, at.dialog);
    await at.confirm(t.documents.issue.deposit);
    await at.isNumbered('AC');
  });

  it('issue the final invoice, which deducts the deposit, and open its PDF', async () => {
    const { page } = at;
    await at.toPrestation(title);
    await at.press(t.prestations.next.make.invoice);
    await at.sees(t.documents.previewWhat);
    await at.confirm(t.documents.issue.invoice);
    await at.isNumbered('FA');
    await at.isWell();
    const link = page.getByRole('link', { name: new RegExp(`^${t.documents.pdf}`) });
    const shown = page.context().waitForEvent('response', (answer) => answer.url().endsWith('/file/pdf'));
    await link.click();
    expect((await shown).headers()).toMatchObject({ 'content-type': 'application/pdf' });
    const paper = await page.context().request.get((await shown).url());
    expect(pdfText(await paper.body())).toContain('41,58');
  });

  it('credit some pieces of a line', async () => {
    await at.press(t.documents.credit);
    await at.dialog.getByRole('radio', { name: t.documents.creditSome }).check();
    await at.dialog.getByRole('checkbox', { name: 'Support en PETG' }).check();
    await at.dialog.getByLabel(t.documents.quantityToCredit).fill('2');
    await at.isWell();
    await at.press(t.documents.makeCredit, at.dialog);
    await at.sees(t.documents.previewWhat);
    await at.confirm(t.documents.issue['credit-note']);
    await at.isNumbered('AV');
    await at.sees(/8[.,]10/);
  });

  it('record what the client paid, also when a colleague was faster', async () => {
    const { page } = at;
    // By keyboard: a short message lies above them for some seconds.
    await page.getByRole('link', { name: /FA-\d{4}-\d{6}$/ }).press('Enter');
    await at.isNumbered('FA');
    await page.getByRole('button', { name: t.payments.recordHere, exact: true }).press('Enter');
    const amount = at.dialog.getByLabel(t.payments.amountInEuros);
    expect(await amount.inputValue()).toBe('40,18');
    await at.isWell();
    const allotments = [{ documentId: page.url().split('/').at(-1), cents: 1_000 }];
    const moved = { organisationId, cents: 1_000, paidOn: '2026-11-20', means: 'cash', allotments };
    expect((await stack.admin.post('/api/v1/payments', moved)).status).toBe(201);
    await at.press(t.payments.record, at.dialog);
    await at.dialog.getByRole('alert').waitFor();
    stack.faults.forgive(/\/payments: 409$/);
    const letGo = await holdBack(page, PAYMENTS_OF_PAPER);
    await at.press(language === 'fr' ? 'Annuler' : 'Cancel', at.dialog);
    await at.sees(t.documents.partlyPaid);
    // What is open is asked for again: the dialog does not propose what was open before.
    await at.press(t.payments.recordHere);
    await at.dialog.waitFor();
    expect(await amount.count()).toBe(0);
    letGo();
    expect(await amount.inputValue()).toBe('30,18');
    await at.press(t.payments.record, at.dialog);
    await at.sees(t.documents.paid);
  });

  it('find all documents in the list, by search and by kind', async () => {
    const { page } = at;
    await page.goto(`${stack.server.url}/documents`);
    const rows = page.getByRole('row').filter({ hasText: title });
    await rows.nth(3).waitFor();
    await at.isWell();
    const kinds = page.getByRole('combobox', { name: t.documents.kind, exact: true });
    await kinds.selectOption({ label: t.documents.kinds['credit-note'] });
    await page.waitForURL('**/documents?kind=credit-note');
    await rows.getByRole('link', { name: /^AV-\d{4}-\d{6}$/ }).waitFor();
    await page.goto(`${stack.server.url}/prestations`);
    await at.toPrestation(title);
    await page.getByText(t.prestations.figures.credited, { exact: true }).waitFor();
    await at.isWell();
  });
});

describe('billing staff with others', () => {
  const t = WORDS.fr;
  const title = 'Film du quartier';
  let id: string;
  let at: PapersPage;

  beforeAll(async () => {
    const { body } = await stack.admin.post<{ id: string }>('/api/v1/prestations', { organisationId, title });
    id = body.id;
    const line = { label: 'Film', quantity: '1', unitPrice: '1000', activity: 'printing' };
    await stack.admin.post(`/api/v1/prestations/${id}/lines`, line);
    const share = { kind: 'percent', percent: '40' };
    const stages = [{ name: 'Tournage', share }, { name: 'Montage' }];
    await stack.admin.request('PUT', `/api/v1/prestations/${id}/stages`, { body: { version: 0, stages } });
    at = new PapersPage(await stack.signedIn(billing), t);
    await at.page.goto(`${stack.server.url}/prestations/${id}`);
  });

  it('keep what they typed when another person saved the lines meanwhile', async () => {
    const other = new PapersPage(await stack.signedIn(billing), t);
    await other.page.goto(`${stack.server.url}/prestations/${id}`);
    await at.cell('label', 1).fill('Film de quatre minutes');
    await other.cell('quantity', 1).fill('2');
    await other.press(t.editor.save);
    await other.sees(t.editor.saved);
    await other.page.context().close();
    await at.press(t.editor.save);
    await at.sees(t.editor.behind);
    stack.faults.forgive(/\/lines: 409$/);
    await at.isWell();
    await at.press(t.editor.merge);
    expect(await at.cell('label', 1).inputValue()).toBe('Film de quatre minutes');
    expect(await at.cell('quantity', 1).inputValue()).toBe('2');
    await at.press(t.editor.save);
    await at.sees(t.editor.saved);
  });

  it('change where the goods go', async () => {
    await at.press(t.prestations.edit);
    await at.dialog.getByRole('checkbox', { name: t.prestations.form.elsewhere }).check();
    await at.dialog.getByLabel(t.prestations.form.addressLine).fill('3 quai de l’Exemple');
    await at.dialog.getByLabel(t.prestations.form.postcode).fill('21000');
    await at.dialog.getByLabel(t.prestations.form.city).fill('Dijon');
    await at.isWell();
    await at.press('Enregistrer', at.dialog);
    await at.sees(t.prestations.changed);
    await at.sees(/3 quai de l’Exemple/);
  });

  it('make a secret link for the client, and revoke it', async () => {
    await at.press(t.prestations.share.make);
    const link = await at.page.getByLabel(t.prestations.share.link).inputValue();
    const shown = await fetch(link);
    expect([shown.status, await shown.text()]).toEqual([200, expect.stringContaining(title)]);
    await at.confirm(t.prestations.share.revoke);
    await at.sees(t.prestations.share.revoked);
    expect((await fetch(link)).status).toBe(404);
  });

  it('invoice a stage when it is done, and send the invoice by mail', async () => {
    await at.press(new RegExp(`^${t.prestations.stages.markDone}.*Tournage`));
    await at.press(new RegExp(`^${t.prestations.stages.invoice}.*Tournage`));
    await at.sees(t.documents.previewWhat);
    await at.confirm(t.documents.issue.invoice);
    await at.isNumbered('FA');
    // 40 % of 2000 €, with VAT.
    await at.sees(/960,00/);
    await at.press(t.documents.mail);
    await at.dialog.getByLabel(t.documents.to).fill('paul@client.example');
    expect(await at.dialog.getByLabel(t.documents.mailSubject).inputValue()).toMatch(/FA-\d{4}-\d{6}/);
    await at.isWell();
    await at.press(t.documents.sendMail, at.dialog);
    await at.sees(t.documents.mailSent);
    await at.sees('paul@client.example');
    const [mail] = await smtp.mailsTo('paul@client.example', 1);
    expect(mail?.attachments).toMatchObject([{ name: expect.stringMatching(/^FA-.*\.pdf$/) }]);
    await at.toPrestation(title);
    await at.sees(t.prestations.stages.invoiced);
    await at.isWell();
  });
});
