import { join } from 'node:path';
import {
  axeFindings,
  type Child,
  createDatabase,
  PATIENCE_MS,
  startChild,
  startRedis,
  startTestServer,
  type TemporaryRedis,
  type TestDatabase,
  type TestServer,
} from '@pandafab/testing';
import type { Browser, Page } from 'playwright-core';
import { SetupService } from '../../../../apps/server/src/people/accounts/setup.service';
import { generousLimits } from '../../../medium/fixtures/generous-limits';
import { pressByKeyboard, tabTo, typeByKeyboard } from '../keyboard';
import { leaveBrowser, openBrowser } from '../one-browser';
import { PASSWORD } from '../person';

const AGENT = join(__dirname, '../../../../dist/apps/agent/src/main.js');

let database: TestDatabase;
let redis: TemporaryRedis;
let server: TestServer;
let browser: Browser;
let page: Page;
let agent: Child | undefined;
/** What a person would find in the browser's console, and requests that failed. */
const troubles: string[] = [];

beforeAll(async () => {
  database = await createDatabase('SQLite');
  redis = await startRedis();
  server = await startTestServer({ database, redisUrl: redis.url, limits: generousLimits });
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'fr-FR' });
  page.setDefaultTimeout(PATIENCE_MS);
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on(
    'response',
    (answer) => answer.status() >= 400 && troubles.push(`${answer.status()} ${answer.url()}`),
  );
});
afterAll(async () => {
  await leaveBrowser(browser);
  await agent?.stop();
  await server?.stop();
  await redis?.stop();
  await database?.drop();
});

const press = (name: string) => pressByKeyboard(page, page.getByRole('button', { name, exact: true }));
const dialog = () => page.getByRole('dialog');
const confirm = (name: string) => pressByKeyboard(page, dialog().getByRole('button', { name, exact: true }));
const type = (label: string | RegExp, text: string) => typeByKeyboard(page, dialog().getByLabel(label), text);
const step = (title: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) });
const isDone = (title: string) => step(title).getByText('Fait', { exact: true }).waitFor();
const goOn = () => press('Étape suivante');

/** The line that the page shows is typed in a terminal: the same words, by the same program. */
async function typeInTerminal(line: string): Promise<void> {
  const [, words = ''] = /^npm run agent -- (.+)$/.exec(line) ?? [];
  const env = { ...process.env, PANDAFAB_AGENT_DATA_DIR: join(database.dataDirectory, 'agent') };
  agent = await startChild(process.execPath, [AGENT, ...words.split(' ')], { env });
}

// Without a mouse, up to the first print and the first member.
describe('an administrator in the first hour', () => {
  it('comes from the one-time link to the assistant', async () => {
    const code = await server.app.get(SetupService).invite();
    await page.goto(`${server.url}/setup?code=${code}`);
    await typeByKeyboard(page, page.locator('input[name=displayName]'), 'Camille Durand');
    await typeByKeyboard(page, page.locator('input[name=email]'), 'camille@example.org');
    await typeByKeyboard(page, page.locator('input[name=password]'), PASSWORD);
    await typeByKeyboard(page, page.locator('input[name=passwordAgain]'), PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Mettre PandaFab en route' }).waitFor();
    await page.getByText('0 étape faite sur 7').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('goes from an empty service to a finished print without a command but the one that the page shows', async () => {
    await press('Créer un lab');
    await type('Nom du lab', 'Fontaine d’Ouche');
    await confirm('Créer');
    await isDone('Le lab');
    await goOn();
    // The keyboard goes on where the eyes do.
    expect(await page.evaluate('document.activeElement.textContent')).toContain('L’ordinateur du lab');

    await press('Obtenir la ligne à taper');
    await typeInTerminal(await page.getByLabel('Tapez cette ligne dans le terminal').inputValue());
    await page.getByText('L’ordinateur de Fontaine d’Ouche est en ligne').waitFor();
    await isDone('L’ordinateur du lab');
    await goOn();

    await press('Ajouter une machine virtuelle');
    // The last choice is the fastest.
    const speed = dialog().getByLabel('Vitesse');
    await tabTo(page, speed);
    await page.keyboard.press('End');
    expect(Number(await speed.inputValue())).toBeGreaterThanOrEqual(100);
    await confirm('Ajouter la machine');
    await step('La première machine').getByText('Prête').waitFor();
    await goOn();

    await press('Ajouter une bobine');
    await type('Matière', 'PLA');
    await type('Marque', 'Francofil');
    await type('Couleur', 'noir');
    await type(/^Densité/, '1,24');
    await type('Nom de la bobine', 'Bobine 1');
    await confirm('Ajouter');
    await press('Charger');
    await isDone('Le filament');
    await goOn();

    await press('Plus tard');
    await press('Plus tard');
    await press('Imprimer le panda');
    await page.getByText('Votre première pièce est prête !').waitFor();
    await isDone('La première impression');
    await page.getByText('5 étapes faites sur 7').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('can take up what was put off: the first member is invited from the same page', async () => {
    await pressByKeyboard(page, page.getByRole('button', { name: /Le premier usager/ }));
    await press('Inscrire une personne');
    await typeByKeyboard(page, dialog().locator('input[name=displayName]'), 'Zoé Martin');
    await typeByKeyboard(page, dialog().locator('input[name=email]'), 'zoe@example.org');
    await confirm('Inscrire');
    await confirm('Inviter');
    await dialog().getByLabel('Lien à remettre').waitFor();
    await page.keyboard.press('Escape');
    await isDone('Le premier usager');
  });

  it('sees on the wall how far the installation is, until it is hidden', async () => {
    await page.goto(server.url);
    await page.evaluate('localStorage.clear()');
    await page.reload();
    await page.getByText('Installation : 6 étapes sur 7.').waitFor();
    await press('Ne plus afficher');
    await page.getByText('Installation : 6 étapes sur 7.').waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('heading', { name: /Machine d’essai/ }).waitFor();
    expect(await page.getByText(/^Installation/).count()).toBe(0);
  });

  it('retires the machine, brings it back, and keeps its history', async () => {
    await page.goto(`${server.url}/settings/machines`);
    await page.getByRole('link', { name: 'Machine d’essai' }).click();
    await press('Retirer la machine');
    await confirm('Retirer la machine');
    await page.getByText('Machine d’essai est retirée du service.').waitFor();
    await page.getByText(/^Retirée du service le/).waitFor();
    await page.goto(server.url);
    await page.getByText('Ce lab n’a pas encore de machine.').waitFor();
    await page.goto(`${server.url}/settings/machines`);
    await page.getByRole('switch', { name: 'Afficher aussi les machines retirées' }).check({ force: true });
    await page.getByRole('link', { name: 'Machine d’essai' }).click();
    await press('Remettre la machine en service');
    // The lab's computer starts the virtual machine again.
    await page.getByText('Plateau à libérer').waitFor();
    await page.getByRole('link', { name: 'Voir la machine' }).click();
    await page.getByText('panda.gcode').first().waitFor();
  });

  it('met no failed request and no error in the console', () => {
    expect(troubles).toEqual([]);
  });
});
