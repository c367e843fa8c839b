import { readFile } from 'node:fs/promises';
import { axeFindings, pollUntil } from '@pandafab/testing';
import type { Page } from 'playwright-core';
import { faultsOfLayout } from '../layout';
import { askAsCura, fixture } from '../pages';
import { type Person, signIn } from '../person';
import { WebStack } from '../stack';

let stack: WebStack;
let camille: Person;

beforeAll(async () => {
  stack = await WebStack.start(100);
  camille = await stack.person('Camille Petit', 'maker');
});
afterAll(() => stack.stop());
afterEach(() => expect(stack.faults.take()).toEqual([]));

const PHONE = { width: 390, height: 844, locale: 'fr-FR' };
const DESK = { width: 1440, height: 900, locale: 'en-GB' };

async function open(page: Page, path: string): Promise<void> {
  await page.goto(stack.server.url + path);
  await page.waitForSelector('main h1');
}
/** The text of a field, as its button copies it. */
const toCopy = async (page: Page, label: string): Promise<string> =>
  (await page.locator('.entry', { hasText: label }).locator('code').textContent()) ?? '';

/** The server believes in another address than the one at which this test reaches it. */
const here = (address: string) => stack.server.url + new URL(address).pathname;

/** As OctoPrint's type of PrusaSlicer: a test first, then the file with `print`. */
async function sendAs(agent: string, address: string, key: string): Promise<Response[]> {
  const headers = { 'user-agent': agent, 'x-api-key': key };
  const test = await fetch(`${here(address)}/api/version`, { headers });
  const form = new FormData();
  form.set('print', 'true');
  form.set('path', '');
  form.set('file', new Blob([await readFile(fixture('cube20.gcode'))]), 'cube20.gcode');
  return [test, await fetch(`${here(address)}/api/files/local`, { method: 'POST', headers, body: form })];
}

describe('a maker who connects a slicer', () => {
  it('copies the fields of PrusaSlicer, sees that it works, and revokes the token', async () => {
    const page = await stack.signedIn(camille, PHONE);
    await page.getByRole('link', { name: 'Mon trancheur' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Connecter mon trancheur' }).waitFor();
    await page.getByLabel('Machine', { exact: true }).selectOption({ label: 'Panda 1' });
    const address = await toCopy(page, 'Nom d’hôte, IP ou URL');
    expect(address).toMatch(/\/s\/fontaine-d-ouche\/panda-1$/);
    await page.getByRole('button', { name: 'Créer mon jeton' }).click();
    await page.getByText('En attente de PrusaSlicer…').waitFor();
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toMatch(
      /^Copier\s: Clé/,
    );
    expect([...(await axeFindings(page)), ...(await faultsOfLayout(page))]).toEqual([]);

    const key = await toCopy(page, 'Clé API / Mot de Passe');
    const [test, upload] = await sendAs('PrusaSlicer/2.9.4', address, key);
    expect([test?.status, upload?.status]).toEqual([200, 201]);
    await page.getByText('PrusaSlicer 2.9.4 est connecté.').waitFor();
    expect([...(await axeFindings(page)), ...(await faultsOfLayout(page))]).toEqual([]);
    await page.getByRole('link', { name: 'Voir mes impressions' }).click();
    await page.getByText('cube20.gcode').first().waitFor();

    await open(page, '/slicers');
    const own = page.locator('.own-slicer', { hasText: 'PrusaSlicer 2.9.4' });
    await own.getByRole('button', { name: 'Révoquer' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Révoquer' }).click();
    await page.getByText('Aucun pour le moment.').waitFor();
    const [again] = await sendAs('PrusaSlicer/2.9.4', address, key);
    expect(again?.status).toBe(401);
  });

  it('sees each slicer’s own fields in their order, also for the other types of connection', async () => {
    const page = await stack.signedIn(camille, DESK);
    await open(page, '/submit');
    await page.getByRole('link', { name: 'Send from my slicer' }).click();
    const labels = () => page.locator('.entry-label').allTextContents();
    await page.getByText('OrcaSlicer', { exact: true }).click();
    await page.getByText('Octo/Klipper').first().waitFor();
    expect(await labels()).toEqual(['Host Type', 'Hostname, IP or URL', 'API Key / Password']);
    await page.getByText('Another type of connection').click();
    await page.getByLabel('PrusaLink, with a user name and a password').check();
    expect(await labels()).toEqual([
      ...['Host Type', 'Hostname, IP or URL', 'Authorization Type', 'User', 'Password'],
    ]);
    await page.getByRole('button', { name: 'Create my token' }).click();
    expect(await toCopy(page, 'User')).toMatch(/\S/);
    await page.getByText('Cura', { exact: true }).click();
    const fields = ['Instance Name', 'IP Address or Hostname', 'Port Number', 'Path', 'Use HTTPS'];
    expect(await labels()).toEqual(fields);
    expect(await toCopy(page, 'Path')).toBe('/s/fontaine-d-ouche');
    await page.getByText('Waiting for Cura…').waitFor();
    expect([...(await axeFindings(page)), ...(await faultsOfLayout(page))]).toEqual([]);
    await page.context().close();
  });
});

describe('the button “Request” of Cura', () => {
  const collect = async (poll: string) => {
    const answer = await fetch(poll);
    return { status: answer.status, body: (await answer.json().catch(() => ({}))) as { api_key?: string } };
  };

  it('leads through the sign-in to a page that gives Cura its key', async () => {
    const { id, poll } = await askAsCura(stack);
    const waiting = await stack.signedIn(camille, DESK);
    await open(waiting, '/slicers');
    await waiting.getByText('Cura', { exact: true }).click();
    await waiting.getByText('Waiting for Cura…').waitFor();

    const page = await stack.visitor(PHONE);
    await signIn(page, `${stack.server.url}/slicers/${id}`, camille.email);
    await page.getByRole('heading', { level: 1, name: 'Cura demande à envoyer des fichiers' }).waitFor();
    expect([...(await axeFindings(page)), ...(await faultsOfLayout(page))]).toEqual([]);
    expect((await collect(poll)).status).toBe(202);
    await page.getByRole('button', { name: 'Autoriser' }).click();
    await page.getByRole('heading', { level: 1, name: 'Cura est autorisé' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);

    const { status, body } = await collect(poll);
    expect(status).toBe(200);
    const headers = { 'x-api-key': body.api_key ?? '', 'user-agent': 'Cura/5.9.0' };
    expect((await fetch(`${stack.server.url}/s/fontaine-d-ouche/api/settings`, { headers })).status).toBe(
      200,
    );
    await waiting.getByText('Cura 5.9.0 is connected.').waitFor();
    // The same page once more: the request was answered.
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Cette demande n’est plus valable' }).waitFor();
    stack.faults.forgive(/slicer-requests\/[\w-]+: 404$/);
  });

  it('gives nothing when the person refuses', async () => {
    const { id, poll } = await askAsCura(stack);
    const page = await stack.signedIn(camille, DESK);
    await open(page, `/slicers/${id}`);
    await page.getByRole('button', { name: 'Refuse' }).click();
    await page.getByRole('heading', { level: 1, name: 'The request is refused' }).waitFor();
    await pollUntil('the refusal', async () => (await collect(poll)).status === 404);
  });
});
