import { axeFindings } from '@pandafab/testing';
import type { Page } from 'playwright-core';
import * as documents from '../../../apps/web/src/pages/documents/words';
import * as prestations from '../../../apps/web/src/pages/prestations/words';
import * as editor from '../../../apps/web/src/parts/line-editor/words';
import { pdfText } from '../../medium/fixtures/pdf-text';
import { openBooks } from './books';
import { faultsOfLayout } from './layout';
import { type Person, WebStack } from './stack';

let stack: WebStack;
let billing: Person;
let organisationId: string;

beforeAll(async () => {
  stack = await WebStack.start(100);
  const first = await openBooks(stack.admin);
  const { body } = await stack.admin.get<{ organisationId: string }>(`/api/v1/prestations/${first}`);
  organisationId = body.organisationId;
  billing = await stack.person('Inès Comptes', 'billing');
});
afterAll(() => stack.stop());
afterEach(() => expect(stack.faults.take()).toEqual([]));

const LOOKS = [
  { locale: 'fr-FR', width: 390, height: 844, language: 'fr', title: 'Supports de capteurs', total: '59,40' },
  { locale: 'en-GB', width: 1440, height: 900, language: 'en', title: 'Sensor brackets', total: '59.40' },
] as const;

/** The words of the pages, which the story follows. */
const WORDS = {
  fr: { documents: documents.fr, prestations: prestations.fr, editor: editor.fr },
  en: { documents: documents.en, prestations: prestations.en, editor: editor.en },
};

describe.each(LOOKS)('billing staff, $locale at $width px', ({ title, total, language, ...looks }) => {
  const t = WORDS[language];
  let page: Page;
  const press = (name: string, at: Pick<Page, 'getByRole'> = page) =>
    at.getByRole('button', { name, exact: true }).first().click();
  const isWell = async () => {
    await page.waitForSelector('main h1');
    await page.locator('main').locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
    expect([...(await axeFindings(page)), ...(await faultsOfLayout(page))]).toEqual([]);
  };
  /** Presses a button whose dialog asks for confirmation with the same words. */
  const confirm = async (name: string) => {
    await press(name);
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await isWell();
    await press(name, dialog);
    await dialog.waitFor({ state: 'detached' });
  };
  const toPrestation = () => page.getByRole('main').getByRole('link', { name: title, exact: true }).click();
  const cell = (column: keyof typeof t.editor.columns, line: number) =>
    page.getByRole('textbox', {
      name: t.editor.cell.replace('{{column}}', t.editor.columns[column]).replace('{{line}}', String(line)),
      exact: true,
    });

  beforeAll(async () => {
    await stack.admin.post('/api/v1/prestations', { organisationId, title });
    page = await stack.signedIn(billing, looks);
  });
  afterAll(() => page.context().close());

  it('write lines as in a spreadsheet', async () => {
    await page.goto(`${stack.server.url}/prestations`);
    await isWell();
    await toPrestation();
    const add = page.getByRole('combobox', { name: t.editor.add });
    await add.fill('Support en PETG');
    await add.press('Enter');
    await cell('quantity', 1).fill('12');
    await cell('unitPrice', 1).fill('4,50');
    await cell('discount', 1).fill('10 %');
    await add.focus();
    await pasteInto(page, 'Conseil\t0,5\th\t2\nLivraison\t1\tu\t0,10');
    await page.getByText(t.editor.pasted_other.replace('{{count}}', '2')).waitFor();
    // The server calculates: 12 × 4.50 − 10 % = 48.60.
    await page
      .getByText(/^48[.,]60\s€$|^€48\.60$/)
      .first()
      .waitFor();
    await cell('unitPrice', 2).fill('20');
    await cell('quantity', 3).press('Alt+ArrowUp');
    expect(await cell('label', 2).inputValue()).toBe('Livraison');
    await cell('unitPrice', 2).fill('0,80');
    await page.reload();
    await page.getByText(t.editor.resumed).waitFor();
    expect(await cell('label', 2).inputValue()).toBe('Livraison');
    await isWell();
    await press(t.editor.save);
    await page.getByText(t.editor.saved).waitFor();
    await page.getByRole('button', { name: t.editor.save }).waitFor({ state: 'detached' });
    await page.getByText(total).first().waitFor();
  });

  it('send a quote and record that the client accepts it', async () => {
    await press(t.prestations.next.make.quote);
    await page.getByText(t.documents.previewWhat).waitFor();
    await isWell();
    await confirm(t.documents.issue.quote);
    await page.getByRole('heading', { level: 1, name: /DE-\d{4}-\d{6}/ }).waitFor();
    await press(t.documents.decide);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t.documents.whoDecided).fill('Paul Fontaine');
    await press(t.documents.saveDecision, dialog);
    await page.getByText('Paul Fontaine').waitFor();
    await isWell();
  });

  it('issue a deposit of 30 %', async () => {
    await toPrestation();
    await press(t.prestations.next.make.deposit);
    const dialog = page.getByRole('dialog');
    await dialog
      .getByText(/17[.,]82/)
      .first()
      .waitFor();
    await isWell();
    await press(t.documents.makeDeposit, dialog);
    await confirm(t.documents.issue.deposit);
    await page.getByRole('heading', { level: 1, name: /AC-\d{4}-\d{6}/ }).waitFor();
  });

  it('issue the final invoice, which deducts the deposit, and open its PDF', async () => {
    await toPrestation();
    await press(t.prestations.next.make.invoice);
    await page.getByText(t.documents.previewWhat).waitFor();
    await confirm(t.documents.issue.invoice);
    await page.getByRole('heading', { level: 1, name: /FA-\d{4}-\d{6}/ }).waitFor();
    await isWell();
    const link = page.getByRole('link', { name: new RegExp(`^${t.documents.pdf}`) });
    const shown = page.context().waitForEvent('response', (answer) => answer.url().endsWith('/file/pdf'));
    await link.click();
    expect((await shown).headers()).toMatchObject({ 'content-type': 'application/pdf' });
    const paper = await page.context().request.get((await shown).url());
    expect(pdfText(await paper.body())).toContain('41,58');
  });

  it('credit some pieces of a line', async () => {
    await press(t.documents.credit);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: t.documents.creditSome }).check();
    await dialog.getByRole('checkbox', { name: 'Support en PETG' }).check();
    await dialog.getByLabel(t.documents.quantityToCredit).fill('2');
    await isWell();
    await press(t.documents.makeCredit, dialog);
    await page.getByText(t.documents.previewWhat).waitFor();
    await confirm(t.documents.issue['credit-note']);
    await page.getByRole('heading', { level: 1, name: /AV-\d{4}-\d{6}/ }).waitFor();
    await page
      .getByText(/8[.,]10/)
      .first()
      .waitFor();
  });

  it('find all documents in the list, by search and by kind', async () => {
    await page.goto(`${stack.server.url}/documents`);
    const rows = page.getByRole('row').filter({ hasText: title });
    await rows.nth(3).waitFor();
    await isWell();
    const kinds = page.getByRole('combobox', { name: t.documents.kind, exact: true });
    await kinds.selectOption({ label: t.documents.kinds['credit-note'] });
    await page.waitForURL('**/documents?kind=credit-note');
    await rows.getByRole('link', { name: /^AV-\d{4}-\d{6}$/ }).waitFor();
    await page.goto(`${stack.server.url}/prestations`);
    await toPrestation();
    await page.getByText(t.prestations.figures.credited, { exact: true }).waitFor();
    await isWell();
  });
});

/** Pastes a text into what has the focus, as a spreadsheet's cells are pasted. */
async function pasteInto(page: Page, text: string): Promise<void> {
  await page.evaluate(`(() => {
    const data = new DataTransfer();
    data.setData('text/plain', ${JSON.stringify(text)});
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  })()`);
}
