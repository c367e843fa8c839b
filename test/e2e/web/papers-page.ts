import { axeFindings } from '@pandafab/testing';
import type { Locator, Page } from 'playwright-core';
import * as documents from '../../../apps/web/src/pages/documents/words';
import * as payments from '../../../apps/web/src/pages/payments/words';
import * as prestations from '../../../apps/web/src/pages/prestations/words';
import * as editor from '../../../apps/web/src/parts/line-editor/words';
import * as nearest from '../../../apps/web/src/parts/nearest-amounts/words';
import { faultsOfLayout } from './layout';

/** The words of the pages, which the stories follow. */
export const WORDS = {
  fr: {
    payments: payments.fr,
    documents: documents.fr,
    prestations: prestations.fr,
    editor: editor.fr,
    nearest: nearest.fr,
  },
  en: {
    payments: payments.en,
    documents: documents.en,
    prestations: prestations.en,
    editor: editor.en,
    nearest: nearest.en,
  },
};
type Words = (typeof WORDS)['fr' | 'en'];

/** What billing staff do on the pages of client orders and documents. */
export class PapersPage {
  constructor(
    readonly page: Page,
    private readonly words: Words,
  ) {}

  /** Then moves the mouse away: a short message under it would stay, and others would wait for it. */
  async press(name: string | RegExp, at: Pick<Page, 'getByRole'> = this.page): Promise<void> {
    await at.getByRole('button', { name, exact: true }).first().click();
    await this.page.mouse.move(1, 1);
  }

  /** The page is loaded, has no accessibility fault, and fits. */
  async isWell(): Promise<void> {
    await this.page.waitForSelector('main h1');
    await this.page.locator('main').locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
    expect([...(await axeFindings(this.page)), ...(await faultsOfLayout(this.page))]).toEqual([]);
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Presses a button whose dialog asks for confirmation with the same words. */
  async confirm(name: string): Promise<void> {
    await this.press(name);
    await this.dialog.waitFor();
    await this.isWell();
    await this.press(name, this.dialog);
    await this.dialog.waitFor({ state: 'detached' });
  }

  /** Waits for a text, or for one of several spellings of an amount. */
  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  /** Follows the link to a client order by its title. */
  toPrestation(title: string): Promise<void> {
    return this.page.getByRole('main').getByRole('link', { name: title, exact: true }).click();
  }

  /** A document that has its number: its kind has this prefix. */
  async isNumbered(prefix: string): Promise<void> {
    const name = new RegExp(`${prefix}-\\d{4}-\\d{6}`);
    await this.page.getByRole('heading', { level: 1, name }).waitFor();
  }

  cell(column: keyof Words['editor']['columns'], line: number): Locator {
    const { cell, columns } = this.words.editor;
    const name = cell.replace('{{column}}', columns[column]).replace('{{line}}', String(line));
    return this.page.getByRole('textbox', { name, exact: true });
  }

  /** Pastes a text into what has the focus, as a spreadsheet's cells are pasted. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate(`(() => {
      const data = new DataTransfer();
      data.setData('text/plain', ${JSON.stringify(text)});
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    })()`);
  }
}
