import { axeFindings, createDatabase, PATIENCE_MS, pollUntil, type TestDatabase } from '@pandafab/testing';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DeskWorld } from '../../../medium/activity/visits/desk-world';
import { leaveBrowser, openBrowser } from '../one-browser';
import { makePerson, signIn } from '../person';

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

let database: TestDatabase;
let world: DeskWorld;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let card: Awaited<ReturnType<DeskWorld['member']>>;

/** A manager of the lab. */
async function arrive(): Promise<void> {
  const { client } = await world.server.accountWith('administrator');
  const { email } = await makePerson(client, 'Inès Accueil', { role: 'manager', labId: world.labId });
  await signIn(page, world.server.url, email);
}

beforeAll(async () => {
  database = await createDatabase('SQLite');
  world = await DeskWorld.open(database);
  card = await world.member('Ana Martin');
  world.billing.date.now = Date.now();
  browser = await openBrowser();
  context = await browser.newContext({ viewport: DESK, locale: 'fr-FR' });
  context.setDefaultTimeout(PATIENCE_MS);
  page = await context.newPage();
  await arrive();
});
afterAll(async () => {
  await leaveBrowser(browser);
  await world.server.stop();
  await database.drop();
});

const button = (name: string | RegExp, at = page) => at.getByRole('button', { name, exact: true });
const count = async (visitor: string, purpose: string, at = page) => {
  await button(visitor, at).click();
  await button(purpose, at).click();
};
const total = (people: number) => page.locator('.desk-total').getByText(String(people), { exact: true });
const isAsWide = (at: Page) => at.evaluate('document.documentElement.scrollWidth <= window.innerWidth');

describe('a desk’s day', () => {
  it('begins when the lab opens, and counts visits in two taps', async () => {
    await page.goto(`${world.server.url}/desk`);
    await button('Ouvrir le lab').click();
    await page.getByText(/Ouvert depuis/).waitFor();
    await count('Adulte', 'Fabriquer');
    await page.getByText('Compté : Adulte, Fabriquer').waitFor();
    await total(1).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await count('Senior', 'Démarches en ligne');
    await total(2).waitFor();
    await button('Annuler ce passage').click();
    await page.getByText('Le passage est annulé.').waitFor();
    await total(1).waitFor();
  });

  it('counts a class as a group', async () => {
    await button('Groupe ou classe').click();
    await page.getByLabel('Nombre de personnes').fill('24');
    expect(await axeFindings(page)).toEqual([]);
    await button('Atelier ou séance').click();
    await total(25).waitFor();
  });

  it('knows a member by the scanner, and by name', async () => {
    await page.locator('main h1').click();
    await page.keyboard.type(card.cardCode);
    await page.keyboard.press('Enter');
    await page.getByText('Membre : Ana Martin').waitFor();
    await count('Adulte', 'Ordinateur, internet');
    await page.getByRole('list', { name: 'Passages du jour' }).getByText('Ana Martin').waitFor();
    await page.getByRole('searchbox', { name: /^Membre/ }).fill('ana');
    await button('Ana Martin').click();
    await count('Adulte', 'Fabriquer');
    await page.getByText('Ana Martin a déjà été compté(e) aujourd’hui.').waitFor();
    await total(27).waitFor();
  });

  it('keeps what is tapped while the network is away, also over a reload of another page', async () => {
    await context.setOffline(true);
    await count('Enfant', 'Fabriquer');
    await count('Jeune', 'Renseignement');
    await page.getByText('2 saisies en attente du réseau').waitFor();
    await total(29).waitFor();
    await context.setOffline(false);
    await page.getByText(/en attente du réseau/).waitFor({ state: 'detached' });
    await page.reload();
    await total(29).waitFor();
  });

  it('is done on a phone too, up to the closing and its correction', async () => {
    await page.setViewportSize(PHONE);
    await count('Famille', 'Autre');
    await total(30).waitFor();
    expect(await isAsWide(page)).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await page
      .getByRole('button', { name: /^Annuler : Famille/ })
      .first()
      .click();
    await total(29).waitFor();
    // The server’s clock stands still in this test: the lab closes a while after it opened.
    world.billing.date.now = Date.now();
    await button('Fermer le lab').click();
    await page.getByText(/Fermé$/).waitFor();
    await button('Corriger').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Pourquoi/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.setViewportSize(DESK);
  });
});

describe('a tablet at the door', () => {
  let tablet: Page;
  let address: string;

  afterAll(() => tablet?.context().close());

  it('is set up by a manager, and needs no account', async () => {
    await page.goto(`${world.server.url}/settings/kiosks`);
    await button('Ajouter une tablette').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Nom de la tablette/).fill('Entrée');
    await dialog.getByRole('button', { name: 'Créer son adresse' }).click();
    address = await dialog.getByRole('textbox', { name: 'Adresse de la tablette' }).inputValue();
    expect(address).toMatch(/\/kiosk#[\w-]{43}$/);
    expect(await axeFindings(page)).toEqual([]);
    const alone = await browser.newContext({ viewport: PHONE, locale: 'fr-FR' });
    alone.setDefaultTimeout(PATIENCE_MS);
    tablet = await alone.newPage();
    await tablet.goto(world.server.url + new URL(address).pathname + new URL(address).hash);
    await button('Adulte', tablet).waitFor();
    expect(await axeFindings(tablet)).toEqual([]);
    expect(await isAsWide(tablet)).toBe(true);
  });

  it('counts, says whose card it reads with an initial, and undoes its last visit', async () => {
    await tablet.locator('main h1').click();
    await tablet.keyboard.type(card.cardCode);
    await tablet.keyboard.press('Enter');
    await tablet.getByText('Membre : Ana M.').waitFor();
    await count('Adulte', 'Fabriquer', tablet);
    await tablet.getByText('Compté : Ana M., Fabriquer').waitFor();
    const visits = async () => {
      const { client } = await world.server.accountWith('administrator');
      const { body } = await client.get<{ people: number }>(`/api/v1/labs/${world.labId}/visits`);
      return body.people;
    };
    await pollUntil('the visit to arrive', async () => ((await visits()) === 30 ? true : undefined));
    await button('Annuler ce passage', tablet).click();
    await pollUntil('the visit to be undone', async () => ((await visits()) === 29 ? true : undefined));
  });

  it('speaks English, and stops when it is revoked', async () => {
    await button('English', tablet).click();
    await button('Adult', tablet).waitFor();
    await page.keyboard.press('Escape');
    await button('Révoquer').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Révoquer' }).click();
    await page.getByText(/Révoquée$/).waitFor();
    await count('Adult', 'Other', tablet);
    await tablet.getByText('This tablet is no longer in use.').waitFor();
    await tablet.goto(`${world.server.url}/kiosk`);
    await tablet.reload();
    await tablet.getByText(/^This page is for the tablet at the door/).waitFor();
    await tablet.goto(`${world.server.url}/desk`);
    await tablet.waitForSelector('input[name=email]');
  });
});
