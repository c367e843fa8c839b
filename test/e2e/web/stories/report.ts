import { readFile } from 'node:fs/promises';
import { axeFindings, createDatabase, PATIENCE_MS, type TestDatabase } from '@pandafab/testing';
import type { Browser, Page } from 'playwright-core';
import { ActivityWorld } from '../../../medium/activity/reports/activity-world';
import { leaveBrowser, openBrowser } from '../one-browser';
import { makePerson, signIn } from '../person';

let database: TestDatabase;
let world: ActivityWorld;
let browser: Browser;
let page: Page;
/** The last half-year that is over for the browser’s own clock. */
const today = new Date(Date.now()).toISOString().slice(0, 10);
const year = Number(today.slice(0, 4));
const isSecondHalf = today.slice(5) >= '07-01';
const over = isSecondHalf
  ? { period: `${year}-H1`, name: `1er semestre ${year}`, day: `${year}-03-02` }
  : { period: `${year - 1}-H2`, name: `2e semestre ${year - 1}`, day: `${year - 1}-09-02` };

beforeAll(async () => {
  database = await createDatabase('SQLite');
  world = await ActivityWorld.open(database);
  world.billing.date.now = Date.now();
  await world.visit(over.day, { people: 120, public: 'family' });
  await world.visit(over.day, { people: 45, public: 'senior', purpose: 'rights' });
  const school = await world.partner('school', true);
  await world.session(over.day, { kind: 'class', audience: 'school', organisationId: school, headCount: 24 });
  browser = await openBrowser();
  const context = await browser.newContext({
    ...{ viewport: { width: 1440, height: 900 }, locale: 'fr-FR', acceptDownloads: true },
  });
  context.setDefaultTimeout(PATIENCE_MS);
  page = await context.newPage();
  const { client } = await world.billing.server.accountWith('administrator');
  const { email } = await makePerson(client, 'Dominique Direction', { role: 'administrator' });
  await signIn(page, world.billing.server.url, email);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await world.billing.server.stop();
  await database.drop();
});

const open = (path: string) => page.goto(world.billing.server.url + path);
const button = (name: string | RegExp) => page.getByRole('button', { name });
const dialog = () => page.getByRole('dialog');
const closed = () => dialog().waitFor({ state: 'detached' });

describe('the director’s evening', () => {
  it('begins with the agreement: from the model, with a target', async () => {
    await open('/conventions');
    await button('Ajouter une convention').click();
    await dialog().getByLabel('Intitulé').fill('Convention d’objectifs');
    await dialog().getByLabel('Parties').fill('Ville de Dijon\nAssociation');
    await dialog()
      .getByLabel('Premier jour')
      .fill(`${year - 1}-01-01`);
    await dialog().getByRole('button', { name: 'Ajouter une convention' }).click();
    await page.getByRole('heading', { name: 'Convention d’objectifs', level: 1 }).waitFor();
    await button('Modifier les objectifs').click();
    const first = page.getByRole('group', { name: 'Des fablabs ouverts dans toute la ville' });
    await first.getByText('Cibles').nth(1).click();
    await first
      .getByLabel(new RegExp(`^Cible, ${over.name}`, 'i'))
      .nth(1)
      .fill('300');
    await button('Enregistrer les objectifs').click();
    const targets = page.getByRole('table', { name: 'Des fablabs ouverts dans toute la ville' });
    await targets.getByRole('columnheader', { name: new RegExp(over.name, 'i') }).waitFor();
    await targets.getByRole('cell', { name: '300', exact: true }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('goes on with money: an instalment that came, and a file of costs', async () => {
    await button('Ajouter un versement').click();
    await dialog().getByLabel('Versement').fill('Premier acompte');
    await dialog().getByLabel('Financeur').fill('Ville de Dijon');
    await dialog().getByLabel('Montant').fill('90000');
    await dialog().getByLabel('Attendu le').fill(over.day);
    await dialog().getByLabel('Reçu le').fill(over.day);
    await dialog().getByRole('button', { name: 'Ajouter un versement' }).click();
    await closed();
    await button('Importer un fichier').click();
    await dialog()
      .locator('input[type=file]')
      .setInputFiles({
        ...{ name: 'depenses.csv', mimeType: 'text/csv' },
        buffer: Buffer.from(`Poste;Date;Montant\nSalaires;${over.day};61 000,50\n`),
      });
    await dialog().getByRole('button', { name: 'Lire le fichier' }).click();
    await dialog().getByText('1 nouvelle ligne').waitFor();
    await dialog().getByRole('button', { name: 'Importer', exact: true }).click();
    await closed();
    await page.getByText(/Dépenses\s: 61\s000,50/).waitFor();
  });

  it('reads the report, comments on it, presents it, and takes the PDF', async () => {
    await open('/reports');
    await button('Commencer un rapport').click();
    await dialog().getByLabel('Période').selectOption(over.period);
    await dialog().getByRole('button', { name: 'Commencer un rapport' }).click();
    await page.getByRole('heading', { name: new RegExp(over.name, 'i'), level: 1 }).waitFor();
    await page.getByRole('row', { name: /^Entrées 300 165/ }).waitFor();
    await button('Écrire un commentaire : Introduction').click();
    await dialog().getByRole('textbox').fill('Un semestre d’ouverture.');
    await dialog().getByRole('button', { name: 'Enregistrer' }).click();
    await closed();
    await page.getByText('Un semestre d’ouverture.').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await button('Présenter le rapport').click();
    await dialog().getByRole('button', { name: 'Présenter le rapport' }).click();
    await page.getByText('Rien n’a changé dans les chiffres depuis la présentation.').waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), button(/^PDF$/).click()]);
    expect(download.suggestedFilename()).toBe(`rapport-${over.period}-reseau.pdf`);
    expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-');
    await world.visit(over.day, { people: 5, public: 'senior' });
    await page.reload();
    await page.getByRole('row', { name: /^Entrées 165 170/ }).waitFor();
  });

  it('ends with the dashboard of the period that runs', async () => {
    await open(`/activity?period=${over.period}`);
    await page.getByRole('heading', { name: 'Suivi d’activité', level: 1 }).waitFor();
    await page.getByRole('heading', { name: 'Entrées par public' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});
