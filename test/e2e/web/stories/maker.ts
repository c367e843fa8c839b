import { readFile } from 'node:fs/promises';
import { axeFindings } from '@pandafab/testing';
import type { Page } from 'playwright-core';
import { openBooks } from '../books';
import { fixture } from '../pages';
import { WebStack } from '../stack';

let stack: WebStack;
let page: Page;

beforeAll(async () => {
  stack = await WebStack.start(100);
  await openBooks(stack.admin);
  const maker = await stack.person('Camille Martin', 'maker');
  await stack.verifyResidency(maker);
  page = await stack.signedIn(maker, { width: 390, height: 844 });
});
afterAll(() => stack.stop());
afterEach(() => expect(stack.faults.take()).toEqual([]));

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
