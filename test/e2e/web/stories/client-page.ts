import { axeFindings, createDatabase, PATIENCE_MS, type TestDatabase } from '@pandafab/testing';
import type { Browser, Page } from 'playwright-core';
import { BillingWorld } from '../../../medium/fixtures/billing-world';
import { newOrder, newShareLink, sendQuote } from '../../../medium/fixtures/quoted-order';
import { faultsOfWalk } from '../keyboard';
import { leaveBrowser, openBrowser } from '../one-browser';

let database: TestDatabase;
let world: BillingWorld;
let browser: Browser;

beforeAll(async () => {
  database = await createDatabase('SQLite');
  world = await BillingWorld.open(database);
  await world.publishTariff();
  await world.recordSeller();
  browser = await openBrowser();
});
afterAll(async () => {
  await leaveBrowser(browser);
  await world.server.stop();
  await database.drop();
});

/** The page of an order with a sent quote, on a phone of 390 px or on a wide screen, without scripts. */
async function openPage(locale: string, width: number): Promise<Page> {
  const order = await newOrder(world);
  await world.ask('PUT', `/prestations/${order}/stages`, {
    version: 0,
    stages: [
      { name: 'Tournage', plannedOn: '2026-11-20', doneOn: '2026-11-22' },
      { name: 'Montage', plannedOn: '2026-12-01' },
    ],
  });
  await sendQuote(world, order);
  const { path } = await newShareLink(world, order);
  const context = await browser.newContext({ viewport: { width, height: 844 }, locale });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  await page.goto(world.server.url + path);
  return page;
}

/** The page has no accessibility fault, can be used by keyboard, and fits. */
async function isForEverybody(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([]);
  expect(await faultsOfWalk(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBe(0);
}

describe('a client behind a secret link', () => {
  it('reads the quote and accepts it on a phone, in French', async () => {
    const page = await openPage('fr-FR', 390);
    await page.getByText('Terminée le 22 novembre 2026').waitFor();
    await page.getByText('Prévue le 1er décembre 2026').waitFor();
    await isForEverybody(page);
    const accepting = page.locator('form[action*="/accept"]');
    const name = accepting.getByLabel('Votre nom');
    await name.fill('Ana Exemple');
    // A browser refuses to send a form whose box is not ticked.
    await accepting.getByRole('button', { name: 'Accepter et commander' }).click();
    expect(await name.inputValue()).toBe('Ana Exemple');
    await accepting.getByRole('checkbox').check();
    await accepting.getByRole('button', { name: 'Accepter et commander' }).click();
    await page.getByText('Ana Exemple a accepté ce devis le 23 novembre 2026.').waitFor();
    await page.getByText('Commande confirmée').waitFor();
    expect(await page.locator('form').count()).toBe(0);
    await isForEverybody(page);
  });

  it('refuses a quote on a wide screen, in English, after a change of language', async () => {
    const page = await openPage('fr-FR', 1440);
    await page.getByRole('link', { name: 'In English' }).click();
    await page.getByText('Being prepared').waitFor();
    await page.getByText('Refuse the quote').first().click();
    await isForEverybody(page);
    const refusing = page.locator('form[action*="/refuse"]');
    await refusing.getByLabel('Your name').fill('Ana Exemple');
    await refusing.getByLabel('Why?').fill('Too late for us');
    await refusing.getByRole('button', { name: 'Refuse the quote' }).click();
    await page.getByText('Ana Exemple refused this quote on 23 November 2026.').waitFor();
    await isForEverybody(page);
  });

  it('gets a page with the reason when the link opens nothing', async () => {
    const page = await openPage('fr-FR', 390);
    await page.goto(`${world.server.url}/p/${'A'.repeat(43)}`);
    await page.getByText('Ce lien n’ouvre rien, ou plus rien.').waitFor();
    await isForEverybody(page);
  });
});
