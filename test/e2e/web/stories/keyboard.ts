import { pollUntil } from '@pandafab/testing';
import type { Page } from 'playwright-core';
import { openBooks } from '../books';
import { pressByKeyboard, tabTo, typeByKeyboard } from '../keyboard';
import { fixture, submit, submitLow } from '../pages';
import { PASSWORD, type Person } from '../person';
import { WebStack } from '../stack';

let stack: WebStack;

beforeAll(async () => {
  // The cube takes some twenty seconds: time enough to pause it.
  stack = await WebStack.start(60);
  await openBooks(stack.admin);
});
afterAll(() => stack.stop());
afterEach(() => expect(stack.faults.take()).toEqual([]));

/** Signs in without a mouse, and without a script that fills the fields. */
async function signInByKeyboard({ email }: Person): Promise<Page> {
  const page = await stack.visitor();
  await page.goto(stack.server.url);
  await typeByKeyboard(page, page.locator('input[name=email]'), email);
  await typeByKeyboard(page, page.locator('input[name=password]'), PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForSelector('main h1');
  return page;
}

async function chooseFileByKeyboard(page: Page, file: string): Promise<void> {
  // First: a key that comes before the browser is told to report its file dialog opens a dialog that no test sees.
  const chooser = page.waitForEvent('filechooser');
  await tabTo(page, page.locator('input[type=file]'));
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(fixture(file));
  await page.getByText(/^Prêt à déposer \(/).waitFor();
}

const cardIs = (page: Page, state: string) => page.waitForSelector(`.machine-card[data-state=${state}]`);
const machine = async () => {
  const path = `/api/v1/machines/${stack.machineId}`;
  return (await stack.admin.get<{ spoolId: string | null; bed: string }>(path)).body;
};
async function addSpool(): Promise<string> {
  const kind = { material: 'PLA', brand: 'Francofil', colour: 'rouge', densityGramsPerCm3: 1.24 };
  const filament = await stack.admin.post<{ id: string }>('/api/v1/filaments', kind);
  const spool = { filamentId: filament.body.id, label: 'Bobine 2', netGrams: 750 };
  return (await stack.admin.post<{ id: string }>(`/api/v1/labs/${stack.labId}/spools`, spool)).body.id;
}

describe('without a mouse', () => {
  it('a maker signs in, submits a file, and sees it wait, print and end', async () => {
    await submitLow(stack);
    const page = await signInByKeyboard(await stack.person('Camille Martin', 'maker'));
    await pressByKeyboard(page, page.getByRole('link', { name: 'Déposer un fichier' }).first());
    await page.waitForURL('**/submit');
    await chooseFileByKeyboard(page, 'cube20.gcode');
    await pressByKeyboard(page, page.getByRole('button', { name: 'Déposer', exact: true }));
    await page.waitForURL('**/jobs/*');
    await page.getByText('Dans la file', { exact: true }).first().waitFor();
    await pollUntil('the part before to lie on the bed', async () => (await machine()).bed === 'occupied');
    await stack.admin.post(`/api/v1/machines/${stack.machineId}/bed-clear`, {});
    await page.getByRole('progressbar').first().waitFor();
    await page.getByText('L’impression est terminée.').waitFor();
  });

  it('a manager clears the bed, pauses and resumes a print, and changes a spool', async () => {
    const page = await signInByKeyboard(await stack.person('Noé Gestion', 'manager'));
    await cardIs(page, 'bed');
    await submit(stack, 'cube20.gcode');
    await pressByKeyboard(page, page.getByRole('button', { name: 'Le plateau est libre' }));
    await cardIs(page, 'printing');
    await pressByKeyboard(page, page.getByRole('button', { name: 'Mettre en pause' }));
    await cardIs(page, 'paused');
    await pressByKeyboard(page, page.getByRole('button', { name: 'Reprendre' }));
    await cardIs(page, 'printing');
    await cardIs(page, 'bed');
    const spoolId = await addSpool();
    await page.reload();
    await pressByKeyboard(page, page.getByRole('button', { name: /^Bobine : .*Changer/ }));
    await pressByKeyboard(page, page.getByRole('dialog').getByRole('button', { name: /PLA rouge/ }));
    await pollUntil('the spool', async () => (await machine()).spoolId === spoolId);
  });

  it('billing staff issue the invoice of a client’s order', async () => {
    const page = await signInByKeyboard(await stack.person('Inès Comptes', 'billing'));
    await pressByKeyboard(page, page.getByRole('link', { name: 'Prestations', exact: true }).first());
    await page.waitForURL('**/prestations');
    await pressByKeyboard(page, page.getByRole('link', { name: 'Équerres de montage' }));
    await page.getByRole('textbox', { name: 'Libellé, ligne 1' }).waitFor();
    await pressByKeyboard(page, page.getByRole('button', { name: 'Préparer la facture' }));
    await pressByKeyboard(page, page.getByRole('button', { name: 'Établir la facture' }).first());
    await pressByKeyboard(page, page.getByRole('dialog').getByRole('button', { name: 'Établir la facture' }));
    await page.getByRole('heading', { level: 1, name: /FA-/ }).waitFor();
    const pdf = page.getByRole('link', { name: /^Ouvrir le PDF/ });
    await tabTo(page, pdf);
    const address = await pdf.getAttribute('href');
    const answer = await page.context().request.get(new URL(address ?? '', stack.server.url).href);
    expect(answer.headers()).toMatchObject({ 'content-type': 'application/pdf' });
  });
});
