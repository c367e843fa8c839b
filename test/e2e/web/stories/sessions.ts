import {
  axeFindings,
  createDatabase,
  type HttpClient,
  PATIENCE_MS,
  type TestAccount,
  type TestDatabase,
} from '@pandafab/testing';
import type { Browser, Page } from 'playwright-core';
import { BillingWorld } from '../../../medium/fixtures/billing-world';
import { make } from '../make';
import { leaveBrowser, openBrowser } from '../one-browser';
import { makePerson, signIn } from '../person';
import { tellOfOrder } from '../sessions/order';
import { tellOfPlanning } from '../sessions/planning';

const [HOUR, DAY] = [3_600_000, 86_400_000];
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

let database: TestDatabase;
let world: BillingWorld;
let browser: Browser;
let page: Page;
let admin: HttpClient;
let trainer: TestAccount;
let labId: string;
/** An administrator's browser, on a desk. */
let desk: Page;

/** This hour of a day to come, in UTC. */
const at = (days: number, hours: number) =>
  new Date(Math.floor(Date.now() / DAY) * DAY + days * DAY + hours * HOUR).toISOString();

const plan = async (fields: object) =>
  (await make<{ items: { id: string }[] }>(trainer.client, '/lab-sessions', { labId, ...fields })).items[0]
    ?.id;

/** A lab with a trainer who can be booked, a full course, and a course with places. */
async function furnish(): Promise<void> {
  labId = (await make(admin, '/labs', { name: 'Fontaine d’Ouche' })).id;
  trainer = await world.server.accountWith({ role: 'trainer', labId: labId as never });
  await trainer.client.request('PUT', `/api/v1/labs/${labId}/trainer-hours/${trainer.accountId}`, {
    body: {
      week: EVERY_DAY.map((weekday) => ({ weekday, opens: '09:00', closes: '12:00' })),
      ...{ exceptions: [], slotMinutes: 60, topics: [], daysAhead: 30, noticeHours: 24, version: 0 },
    },
  });
  await plan({
    ...{ kind: 'course', title: 'Découper du bois au laser', from: at(3, 13), until: at(3, 15), capacity: 8 },
    description: 'Apportez un dessin en SVG.\nLe bois est fourni.',
  });
  const full = await plan({
    kind: 'workshop',
    title: 'Souder',
    from: at(4, 13),
    until: at(4, 15),
    capacity: 1,
  });
  const other = await world.server.accountWith('maker');
  await make(other.client, `/lab-sessions/${full}/registrations`, {});
}

/** Camille, a member with a child. */
async function arrive(): Promise<void> {
  const { email, memberId } = await makePerson(admin, 'Camille Roux', { role: 'maker' }, labId);
  const child = {
    displayName: 'Zoé Roux',
    homeLabId: labId,
    guardianId: memberId,
    minorUntil: at(2_000, 0),
  };
  await make(admin, '/members', child);
  await signIn(page, `${world.server.url}/?next=/sessions`, email);
  await page.getByRole('heading', { level: 1, name: 'Séances et rendez-vous' }).waitFor();
}

beforeAll(async () => {
  database = await createDatabase('SQLite');
  world = await BillingWorld.open(database);
  admin = (await world.server.accountWith('administrator')).client;
  world.date.now = Date.now();
  await furnish();
  browser = await openBrowser();
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'fr-FR' });
  context.setDefaultTimeout(PATIENCE_MS);
  page = await context.newPage();
  await arrive();
});

/** Dominique, who may do all that staff do. */
async function openDesk(): Promise<void> {
  const { email } = await makePerson(admin, 'Dominique Martin', { role: 'administrator' }, labId);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'fr-FR' });
  context.setDefaultTimeout(PATIENCE_MS);
  desk = await context.newPage();
  await signIn(desk, world.server.url, email);
}

afterAll(async () => {
  await leaveBrowser(browser);
  await world.server.stop();
  await database.drop();
});

const button = (name: string | RegExp) => page.getByRole('button', { name });
const card = (title: string) => page.locator('.session-card', { hasText: title });
const dialog = () => page.getByRole('dialog');

it('lets a member register, wait, book an appointment and cancel', async () => {
  await card('Découper').first().waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await card('Découper').getByRole('button', { name: 'S’inscrire' }).click();
  await dialog().getByRole('button', { name: 'S’inscrire' }).click();
  await page.getByText('Inscription confirmée').waitFor();
  await card('Souder').getByRole('button', { name: 'Rejoindre la liste d’attente' }).click();
  await dialog().getByLabel('Pour qui ?').selectOption({ label: 'Zoé Roux' });
  await dialog()
    .getByLabel(/j’autorise/)
    .check();
  await dialog().getByRole('button', { name: 'Rejoindre' }).click();
  await page.getByText('Liste d’attente, place 1').waitFor();
  await button('Prendre rendez-vous').click();
  await dialog().getByLabel('Jour').selectOption({ index: 2 });
  await dialog().getByLabel(/10:00/).check();
  await dialog().getByLabel('Ce que vous aimeriez').fill('Réparer une poignée');
  await button('Réserver ce rendez-vous').click();
  await page.locator('.session-card', { hasText: 'Rendez-vous' }).first().waitFor();
  const own = page.locator('section', { hasText: 'Mes séances' }).first();
  await own
    .locator('.session-card', { hasText: 'Découper' })
    .getByRole('button', { name: 'Annuler' })
    .click();
  await dialog().getByRole('button', { name: 'Annuler l’inscription' }).click();
  await own.locator('.session-card', { hasText: 'Découper' }).waitFor({ state: 'detached' });
});

it('shows the programme to all, without an account and without script', async () => {
  const context = await browser.newContext({
    ...{ viewport: { width: 390, height: 844 }, locale: 'fr-FR', javaScriptEnabled: false },
  });
  const visitor = await context.newPage();
  await visitor.goto(`${world.server.url}/programme`);
  expect(await visitor.locator('h1').textContent()).toBe('Programme des labs');
  expect(await visitor.getByText('Découper du bois au laser').count()).toBe(1);
  expect(await visitor.getByText('Complet : liste d’attente').count()).toBe(1);
  expect(await visitor.content()).not.toContain('Camille');
  await visitor.getByRole('link', { name: 'In English' }).click();
  expect(await visitor.locator('h1').textContent()).toBe('Programme of the labs');
  await context.close();
});

describe('those who plan', () => {
  beforeAll(openDesk);
  const story = () => ({
    ...{ page: desk, url: world.server.url, labId, admin, world, trainerId: trainer.accountId },
  });
  tellOfPlanning(story);
  tellOfOrder(story);
});
