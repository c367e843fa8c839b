import { axeFindings } from '@pandafab/testing';
import type { Page } from 'playwright-core';
import { pdfText } from '../../medium/fixtures/pdf-text';
import { openBooks } from './books';
import { WebStack } from './stack';

let stack: WebStack;
let page: Page;

beforeAll(async () => {
  stack = await WebStack.start(100);
  await openBooks(stack.admin);
  page = await stack.signedIn(await stack.person('Inès Comptes', 'billing'));
});
afterAll(() => stack.stop());
afterEach(() => expect(stack.faults.take()).toEqual([]));

describe('billing staff', () => {
  it('issue a prestation’s invoice and open its PDF', async () => {
    await page.getByRole('link', { name: 'Prestations', exact: true }).click();
    await page.getByRole('link', { name: 'Équerres de montage' }).click();
    await page.getByRole('table').getByText('Conseil en modélisation').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Établir la facture' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Établir la facture' }).click();
    await page.getByText('Facture établie.').waitFor();
    const link = page.getByRole('link', { name: 'PDF' });
    const shown = page.context().waitForEvent('response', (answer) => answer.url().endsWith('/pdf'));
    await link.click();
    expect((await shown).headers()).toMatchObject({ 'content-type': 'application/pdf' });
    const paper = await page.context().request.get((await shown).url());
    const text = pdfText(await paper.body());
    expect(text).toContain('Atelier Fontaine SARL');
    expect(text).toContain('67,50');
  });

  it('find the invoice in the list of invoices, and the sums of the year above it', async () => {
    await page.getByRole('link', { name: 'Factures', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Factures' }).waitFor();
    await page.getByText('1 facture, hors taxes').waitFor();
    const row = page.getByRole('row').filter({ hasText: 'Atelier Fontaine SARL' });
    await row.getByRole('link', { name: /^FA-\d{4}-000001$/ }).waitFor();
    expect(await row.getByRole('link', { name: /^PDF/ }).getAttribute('href')).toMatch(/\/pdf$/);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('searchbox').fill('xyzzy');
    await page.getByText('Aucune ligne ne correspond.').waitFor();
    await page.getByRole('button', { name: 'Effacer la recherche' }).click();
    await row.waitFor();
  });
});
