import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { axeFindings, createDatabase, PATIENCE_MS, type TestDatabase } from '@pandafab/testing';
import type { Browser, Page } from 'playwright-core';
import { BillingWorld } from '../../../medium/fixtures/billing-world';
import { readFec } from '../../../medium/fixtures/fec-rules';
import { leaveBrowser, openBrowser } from '../one-browser';
import { makePerson, signIn } from '../person';

const DAY_MS = 86_400_000;

let database: TestDatabase;
let world: BillingWorld;
let browser: Browser;
let page: Page;
const bills: { id: string; number: string }[] = [];
/** The browser asks its own clock for the day: the server gets the same, after it has lived the months before. */
const now = Date.now();
/** Days of the books are those of Paris, which begin before those of UTC. */
const paris = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' });
const dayOf = (at: number) => paris.format(at);
const frenchDay = (at: number) => dayOf(at).split('-').reverse().join('/');

beforeAll(async () => {
  database = await createDatabase('SQLite');
  world = await BillingWorld.open(database);
  world.date.now = now - 45 * DAY_MS;
  await world.publishTariff();
  await world.recordSeller();
  const client = await world.organisation();
  for (const price of ['120', '80.50', '45']) {
    const id = await world.prestation(client);
    await world.addLine(id, { quantity: '1', unitPrice: price });
    const { body } = await world.issue(id);
    bills.push({ id: body.id, number: body.number });
  }
  world.date.now = now;
  browser = await openBrowser();
  const context = await browser.newContext({
    ...{ viewport: { width: 1440, height: 900 }, locale: 'fr-FR', acceptDownloads: true },
  });
  context.setDefaultTimeout(PATIENCE_MS);
  page = await context.newPage();
  const { client: admin } = await world.server.accountWith('administrator');
  const { email } = await makePerson(admin, 'Inès Comptes', { role: 'billing' });
  await signIn(page, world.server.url, email);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await world.server.stop();
  await database.drop();
});

const open = (path: string) => page.goto(world.server.url + path);
const button = (name: string | RegExp) => page.getByRole('button', { name });
const dialog = () => page.getByRole('dialog');

/** What the bank offers: two payments that name their invoices, and its own fee. */
function statement(): string {
  const day = frenchDay(now - 2 * DAY_MS);
  return [
    'Date;Libellé;Débit;Crédit',
    `${day};VIR LYCEE EXEMPLE ${bills[0]?.number};;120,00`,
    `${day};VIR LYCEE EXEMPLE facture ${bills[1]?.number};;80,50`,
    `${day};FRAIS DE TENUE DE COMPTE;4,20;`,
    '',
  ].join('\r\n');
}

describe('a month’s end', () => {
  it('begins with the statement of the bank: what is sure is accepted at once', async () => {
    await mkdir(database.dataDirectory, { recursive: true });
    const file = join(database.dataDirectory, 'releve.csv');
    await writeFile(file, statement(), 'latin1');
    await open('/billing/bank');
    await button('Importer un relevé').click();
    await dialog().locator('input[type=file]').setInputFiles(file);
    await dialog()
      .getByLabel(/^Compte bancaire/)
      .fill('Compte courant');
    await dialog().getByRole('button', { name: 'Lire le fichier' }).click();
    await dialog().getByRole('button', { name: 'Importer', exact: true }).click();
    await dialog().getByText('3 nouvelles lignes importées.').waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await button('Accepter les 2 propositions sûres').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await button('Accepter les 2 propositions sûres').click();
    await dialog().getByRole('button', { name: 'Accepter les 2 propositions sûres' }).click();
    await page.getByText('2 encaissements enregistrés.').waitFor();
    for (const { id } of bills.slice(0, 2)) {
      const { body } = await world.ask<{ openCents: number }>('GET', `/documents/${id}`);
      expect(body.openCents).toBe(0);
    }
  });

  it('goes on with reminders: only those who did not pay', async () => {
    await open('/billing/reminders');
    const waiting = page.getByRole('checkbox', { name: /^Relancer / });
    await waiting.first().waitFor();
    expect(await waiting.count()).toBe(1);
    await page.getByRole('checkbox', { name: `Relancer ${bills[2]?.number}` }).waitFor();
    await page.getByRole('checkbox', { name: 'Choisir la relance' }).check();
    await button('Envoyer 1 relance').click();
    await dialog().getByRole('button', { name: 'Envoyer 1 relance' }).click();
    await page.getByText('1 lettre est prête :').waitFor();
  });

  it('closes the month, and takes the journals to the accountant', async () => {
    await open('/billing/closures');
    await button(/^Clôturer \p{Letter}+ \d{4}$/u)
      .first()
      .click();
    await dialog()
      .getByRole('button', { name: /^Clôturer/ })
      .click();
    await page.getByText(/période clôturée\.$/).waitFor();
    await page
      .getByRole('button', { name: /^Détail de M-/ })
      .first()
      .click();
    await dialog().getByText('Factures').waitFor();
    await page.keyboard.press('Escape');
    await open(`/billing/exports?from=${dayOf(now - 60 * DAY_MS)}&to=${dayOf(now)}`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button('Télécharger le fichier').click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^123456782FEC\d{8}\.txt$/);
    const { lines, wrong } = readFec(await readFile(await download.path(), 'utf8'));
    expect(wrong).toEqual([]);
    const bank = lines.filter(({ CompteNum }) => CompteNum === '512000');
    expect(bank.map(({ Debit }) => Debit)).toEqual(['120,00', '80,50']);
  });
});
