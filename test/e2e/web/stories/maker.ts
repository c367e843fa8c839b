import { readFile } from 'node:fs/promises';
import { axeFindings } from '@pandafab/testing';
import type { Page } from 'playwright-core';
import { openBooks } from '../books';
import { faultsOfLayout, faultsOfOutline } from '../layout';
import { fixture } from '../pages';
import { WebStack } from '../stack';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };

let stack: WebStack;
let page: Page;

beforeAll(async () => {
  stack = await WebStack.start(100);
  await openBooks(stack.admin);
  const maker = await stack.person('Camille Martin', 'maker');
  await stack.verifyResidency(maker);
  page = await stack.signedIn(maker, PHONE);
});
afterAll(() => stack.stop());
afterEach(() => expect(stack.faults.take()).toEqual([]));

/** On a desk and on a phone. */
async function faultsOf(seen: Page): Promise<string[]> {
  const found: string[] = [];
  for (const size of [DESK, PHONE]) {
    await seen.setViewportSize(size);
    found.push(...(await faultsOfOutline(seen)), ...(await faultsOfLayout(seen)));
    found.push(...(await axeFindings(seen)));
  }
  return found;
}

/** As if the file were dropped on the page. */
async function drop(name: string): Promise<void> {
  const base64 = await readFile(fixture(name), 'base64');
  const dataTransfer = await page.evaluateHandle(`(() => {
    const bytes = Uint8Array.from(atob('${base64}'), (character) => character.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], '${name}'));
    return transfer;
  })()`);
  for (const type of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent('body', type, { dataTransfer });
}

describe('a maker', () => {
  it('drops a file, submits it and follows it to its end', async () => {
    await page.goto(`${stack.server.url}/submit`);
    await page.locator('input[type=file]').waitFor({ state: 'attached' });
    await drop('cube20.gcode');
    await page.getByText('cube20.gcode').first().waitFor();
    await page.getByText(/^Prêt à déposer \(/).waitFor();
    await page.getByText('Durée estimée').waitFor();
    await page.getByText('Le fichier se termine avec le plateau encore à 60').waitFor();
    await page.getByRole('region', { name: 'Prix estimé' }).getByText('Gratuit pour les habitants').waitFor();
    const machines = page.getByRole('region', { name: 'Quelle machine peut le prendre' });
    await machines.getByText('Panda 1').waitFor();
    await machines.getByText('Peut le prendre', { exact: true }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Déposer', exact: true }).click();
    await page.waitForURL('**/jobs/*');
    await page.getByRole('heading', { level: 1, name: 'cube20.gcode' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('progressbar').first().waitFor();
    await page.getByText('L’impression est terminée.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.goto(`${stack.server.url}/jobs`);
    await page.getByText('cube20.gcode').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('sees a file name as text, with any content', async () => {
    const name = '<img src=x onerror=document.title=1>.gcode';
    const buffer = Buffer.from('; <script>document.title=1</script>\nM83\nG28\nG1 X10 Y10 E0.1 F3000\n');
    await page.goto(`${stack.server.url}/submit`);
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer });
    await page.getByRole('button', { name: 'Déposer', exact: true }).click();
    await page.waitForURL('**/jobs/*');
    await page.getByText(name).first().waitFor();
    expect(await page.title()).not.toBe('1');
    expect(await page.locator('img[src=x]').count()).toBe(0);
  });

  it('submits two copies without a mouse, and finds the other one', async () => {
    await page.goto(`${stack.server.url}/submit`);
    await page.locator('input[type=file]').setInputFiles(fixture('cube20.gcode'));
    await page.getByText(/^Prêt à déposer \(/).waitFor();
    await page.getByLabel('Nombre d’exemplaires').focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('2');
    await page.getByText('2 exemplaires à').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/jobs/*');
    const together = page.getByRole('region', { name: 'Déposés ensemble (2)' });
    await together.getByText('Exemplaire 1 (celui-ci)').waitFor();
    const first = page.url();
    await together.getByRole('link', { name: 'Exemplaire 2' }).focus();
    await page.keyboard.press('Enter');
    await together.getByText('Exemplaire 2 (celui-ci)').waitFor();
    expect(page.url()).not.toBe(first);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('reads the hour, asks for one and a colour, changes them while it waits, says “I am here”, withdraws', async () => {
    await page.goto(`${stack.server.url}/submit`);
    await page.locator('input[type=file]').setInputFiles(fixture('cube20.gcode'));
    const start = page.getByRole('region', { name: 'Début prévu' });
    await start.getByText(/^vers /).waitFor();
    await page.getByText('Plus de choix').click();
    await page.getByLabel('Prêt pour quand').fill('2020-03-01T09:00');
    await start.getByText(/^Sans doute pas prêt/).waitFor();
    await page.getByLabel('Prêt pour quand').fill('2035-03-01T09:00');
    await start.getByText(/C’est à temps/).waitFor();
    await page.getByRole('radio', { name: /^bleu/ }).check();
    await page.getByRole('checkbox', { name: 'Je veux être là quand elle commence' }).check();
    await page.getByLabel('Nombre d’exemplaires').fill('3');
    await start.getByText('Les 3 exemplaires sont prévus terminés').waitFor();
    await start.getByText('L’heure prévue suppose que vous êtes là').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Déposer', exact: true }).click();
    await page.waitForURL('**/jobs/*');
    const choices = page.getByRole('region', { name: 'Vos choix' });
    await choices.getByText('1er mars à 09:00 (souhait)').waitFor();
    await choices.getByText('quand vous êtes là').waitFor();
    await choices.getByText('Pour les 3 exemplaires qui attendent').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await choices.getByRole('button', { name: 'Changer mes choix' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'N’importe laquelle' }).check();
    await dialog.getByLabel('Prêt pour quand').fill('2035-04-02T10:30');
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await choices.getByText('2 avril à 10:30 (souhait)').waitFor();
    await choices.getByText('n’importe laquelle').waitFor();
    await choices.getByRole('button', { name: 'Je suis là', exact: true }).click();
    await choices.getByText(/^Vous êtes là jusqu’à /).waitFor();
    await choices.getByRole('button', { name: 'Suspendre' }).click();
    await choices.getByText('Vous avez suspendu cette impression.').waitFor();
    const together = page.getByRole('region', { name: 'Déposés ensemble (3)' });
    await together.getByText('0 sur 3 terminés, 3 en attente').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.goto(`${stack.server.url}/jobs`);
    await page.getByText('0 sur 3 terminés, 3 en attente').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.goBack();
    await together.getByRole('button', { name: 'Retirer les 3 qui attendent' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Retirer les 3 qui attendent' }).click();
    await together.getByText('0 sur 3 terminés, 3 arrêtés ou annulés').waitFor();
    await choices.waitFor({ state: 'detached' });
  });

  it('names another lab that may print it too', async () => {
    await stack.admin.post('/api/v1/labs', { name: 'Grésilles' });
    // The print waits while the page is read.
    await stack.admin.patch(`/api/v1/machines/${stack.machineId}`, { inMaintenance: true });
    await page.goto(`${stack.server.url}/submit`);
    await page.locator('input[type=file]').setInputFiles(fixture('cube20.gcode'));
    await page.getByText(/^Prêt à déposer \(/).waitFor();
    await page.getByRole('checkbox', { name: 'Grésilles' }).check();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Déposer', exact: true }).click();
    await page.waitForURL('**/jobs/*');
    await page.getByText('Aussi possible dans').waitFor();
    await page.locator('dd', { hasText: 'Grésilles' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await stack.admin.post(`/api/v1/jobs/${page.url().split('/').at(-1)}/cancel`, {});
    await stack.admin.patch(`/api/v1/machines/${stack.machineId}`, { inMaintenance: false });
  });

  it('submits a file of an earlier visit only when it is ticked, and keeps the page when a session ends', async () => {
    await page.goto(`${stack.server.url}/submit`);
    await page.locator('input[type=file]').setInputFiles(fixture('cube20.gcode'));
    await page.getByText(/^Prêt à déposer \(/).waitFor();
    await page.reload();
    const tick = page.getByRole('checkbox', { name: 'À déposer : cube20.gcode' });
    await tick.waitFor();
    expect(await tick.isChecked()).toBe(false);
    await page.getByRole('button', { name: 'Déposer', exact: true }).click();
    await page.getByText('Cochez au moins un fichier').waitFor();
    await tick.check();
    await page.context().clearCookies();
    await page.getByLabel('Matière').selectOption({ index: 1 });
    await page.getByText('Connectez-vous').first().waitFor();
    await page.getByRole('button', { name: 'Déposer', exact: true }).click();
    await page.getByRole('button', { name: 'Déposer', exact: true }).and(page.locator(':enabled')).waitFor();
    expect(page.url()).toBe(`${stack.server.url}/submit`);
    await page.getByText('cube20.gcode').first().waitFor();
    stack.faults.forgive(/: 401$/);
  });
});
