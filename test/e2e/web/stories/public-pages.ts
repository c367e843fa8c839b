import {
  axeFindings,
  createDatabase,
  PATIENCE_MS,
  startSmtp,
  startTestServer,
  type TemporarySmtp,
  type TestDatabase,
  type TestServer,
} from '@pandafab/testing';
import type { Browser, Page } from 'playwright-core';
import { SetupService } from '../../../../apps/server/src/people/accounts/setup.service';
import { generousLimits } from '../../../medium/fixtures/generous-limits';
import { codeOf } from '../../../medium/fixtures/mail-world';
import { faultsOfWalk } from '../keyboard';
import { leaveBrowser, openBrowser } from '../one-browser';

const EMAIL = 'lea@example.org';
const [FIRST, NEXT] = ['a heron counts seven lamps', 'seven lamps count a heron'];

let database: TestDatabase;
let smtp: TemporarySmtp;
let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  database = await createDatabase('SQLite');
  smtp = await startSmtp();
  const env = { SMTP_URL: smtp.url, MAIL_FROM: 'PandaFab <fab@fab.example>' };
  server = await startTestServer({ database, env, limits: generousLimits });
  browser = await openBrowser();
});
afterAll(async () => {
  await leaveBrowser(browser);
  await server.stop();
  await smtp.stop();
  await database.drop();
});

/** On a phone: a page that fits there fits on a desktop. */
async function newcomer(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'fr-FR' });
  context.setDefaultTimeout(PATIENCE_MS);
  return context.newPage();
}
/** The page has no accessibility fault, can be used by keyboard, and fits. */
async function isForEverybody(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([]);
  expect(await faultsOfWalk(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBe(0);
}
const submit = (page: Page) => page.locator('main button[type=submit]').click();
async function choosePassword(page: Page, password: string, again = password): Promise<void> {
  await page.fill('input[name=password]', password);
  await page.fill('input[name=passwordAgain]', again);
  await submit(page);
}
const isSignedIn = (page: Page) => page.locator('#root main h1').waitFor();

describe('a person who is not signed in', () => {
  it('becomes the first administrator by the link from the terminal', async () => {
    const page = await newcomer();
    await page.goto(server.url);
    await page.getByText('Le service n’a encore aucun compte.').waitFor();
    await isForEverybody(page);
    const code = await server.app.get(SetupService).invite();
    await page.goto(`${server.url}/setup?code=${code}`);
    await isForEverybody(page);
    await page.fill('input[name=displayName]', 'Léa Réseau');
    await page.fill('input[name=email]', EMAIL);
    await choosePassword(page, FIRST, NEXT);
    await page.getByText('Les deux mots de passe diffèrent').waitFor();
    await isForEverybody(page);
    await choosePassword(page, FIRST);
    await isSignedIn(page);
    await isForEverybody(page);
    // The assistant comes first. The wall, too, shows the next step with its button, and no failure.
    await page.getByRole('heading', { name: 'Mettre PandaFab en route' }).waitFor();
    await page.goto(server.url);
    await page.getByText('Il n’y a pas encore de lab.').waitFor();
    await page.getByRole('button', { name: 'Créer un lab' }).click();
    await page.getByRole('dialog').getByLabel('Nom du lab').fill('Fontaine d’Ouche');
    await page.getByRole('dialog').getByRole('button', { name: 'Créer' }).click();
    await page.getByText('Prochaine étape : relier l’ordinateur du lab').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await page.getByText('ne répond pas').count()).toBe(0);
    await isForEverybody(page);
    await page.getByRole('link', { name: 'Relier l’ordinateur du lab' }).click();
    await page.getByText('Pas encore d’ordinateur').waitFor();
    await isForEverybody(page);
    await page.goto(`${server.url}/nowhere`);
    await page.getByRole('heading', { name: 'Cette page n’existe pas.' }).waitFor();
  });

  it('signs in, after a mistake that the page reports', async () => {
    const page = await newcomer();
    await page.goto(server.url);
    await isForEverybody(page);
    await page.fill('input[name=email]', EMAIL);
    for (const password of [NEXT, FIRST]) {
      await page.fill('input[name=password]', password);
      await submit(page);
      if (password === FIRST) continue;
      await page.getByRole('alert').waitFor();
      await isForEverybody(page);
    }
    await isSignedIn(page);
  });

  it('replaces a forgotten password, by a mail', async () => {
    const page = await newcomer();
    await page.goto(server.url);
    await page.getByRole('link', { name: 'Mot de passe oublié ?' }).click();
    await isForEverybody(page);
    await page.fill('input[name=email]', EMAIL);
    await submit(page);
    await page.getByText('Consultez votre messagerie').waitFor();
    await isForEverybody(page);
    const [mail] = await smtp.mailsTo(EMAIL, 1);
    if (!mail) throw new Error('no mail came');
    await page.goto(`${server.url}/password?code=${codeOf(mail)}`);
    await isForEverybody(page);
    await choosePassword(page, NEXT);
    await isSignedIn(page);
    await page.goto(`${server.url}/password?code=${codeOf(mail)}`);
    await page.getByText('Ce lien n’est plus valable').waitFor();
    await isForEverybody(page);
  });

  it('signs in with another address once the link that went there was followed', async () => {
    const other = 'lea.reseau@example.org';
    const page = await newcomer();
    const signIn = async (email: string) => {
      await page.goto(server.url);
      await page.fill('input[name=email]', email);
      await page.fill('input[name=password]', NEXT);
      await submit(page);
      await isSignedIn(page);
    };
    await signIn(EMAIL);
    await page.goto(`${server.url}/account`);
    await page.getByRole('button', { name: 'Changer d’adresse' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nouvelle adresse e-mail').fill(other);
    await dialog.getByLabel('Mot de passe actuel').fill(NEXT);
    await page.keyboard.press('Tab');
    await dialog.locator('button:focus').and(page.getByLabel('Montrer ou cacher le mot de passe')).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Envoyer le lien' }).click();
    await dialog.getByText(`Un lien est envoyé à ${other}`).waitFor();
    const [mail] = await smtp.mailsTo(other, 1);
    if (!mail) throw new Error('no mail came');
    await page.goto(`${server.url}/email?code=${codeOf(mail)}`);
    await page.getByRole('button', { name: 'Confirmer' }).click();
    await page.getByText('connectez-vous désormais avec cette adresse').waitFor();
    await page.context().clearCookies();
    await signIn(other);
  });

  it('finds where to register once a lab is open to it', async () => {
    const { client } = await server.accountWith('administrator');
    const { body } = await client.post<{ id: string }>('/api/v1/labs', { name: 'Fontaine d’Ouche' });
    await client.patch(`/api/v1/labs/${body.id}`, { selfRegistration: true });
    const page = await newcomer();
    await page.goto(server.url);
    await page.getByRole('link', { name: 'S’inscrire dans un lab' }).click();
    await isForEverybody(page);
    await page.fill('input[name=displayName]', 'Zoé Petit');
    await page.fill('input[name=email]', 'zoe@example.org');
    await submit(page);
    await page.getByText('Un courriel est envoyé à zoe@example.org').waitFor();
  });
});
