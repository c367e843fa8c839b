import { axeFindings } from '@pandafab/testing';
import type { Page } from 'playwright-core';
import type { Person } from '../person';
import { WebStack } from '../stack';

const NEXT = 'seven lamps count a heron';

let stack: WebStack;
let camille: Person;

beforeAll(async () => {
  stack = await WebStack.start('off');
  camille = await stack.person('Camille Petit', 'maker');
});
afterAll(() => stack.stop());
afterEach(() => expect(stack.faults.take()).toEqual([]));

const open = async (page: Page, path: string) => {
  await page.goto(stack.server.url + path);
  await page.waitForSelector('main h1');
};
const dialogOf = (page: Page) => page.getByRole('dialog');

describe('a member, on the page of their account', () => {
  it('changes their name and phone, their password, and the language for every computer; and takes their data', async () => {
    const page = await stack.signedIn(camille);
    await open(page, '/account');
    await page.getByLabel('Nom').fill('Camille Petit-Jean');
    await page.getByLabel('Téléphone').fill('03 80 00 00 00');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Enregistré.').waitFor();
    await page.getByRole('button', { name: /Camille Petit-Jean/ }).waitFor();
    await page.getByRole('button', { name: 'Changer le mot de passe' }).click();
    await dialogOf(page).getByLabel('Mot de passe actuel').fill('a heron counts seven lamps');
    await dialogOf(page).getByLabel('Nouveau mot de passe').fill(NEXT);
    await dialogOf(page).getByLabel('Le même mot de passe, une seconde fois').fill(`${NEXT}!`);
    await dialogOf(page).getByRole('button', { name: 'Changer le mot de passe' }).click();
    await dialogOf(page).getByText('Les deux mots de passe diffèrent').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialogOf(page).getByLabel('Le même mot de passe, une seconde fois').fill(NEXT);
    await dialogOf(page).getByRole('button', { name: 'Changer le mot de passe' }).click();
    await dialogOf(page).getByText('Le mot de passe est changé').waitFor();
    await page.keyboard.press('Escape');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Télécharger vos données' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^pandafab-.*\.json$/);
    await page.getByText('English').last().click();
    await page.getByRole('heading', { name: 'Your account' }).waitFor();
    const elsewhere = await stack.signedIn(camille, { password: NEXT });
    await elsewhere.getByRole('link', { name: 'My prints' }).waitFor();
  });

  it('learns why the address cannot be changed where no mail is sent', async () => {
    const page = await stack.signedIn(await stack.person('Bilal Martin', 'maker'));
    await open(page, '/account');
    await page.getByText('ne peut donc pas vérifier une nouvelle adresse').waitFor();
    expect(await page.getByRole('button', { name: 'Changer d’adresse' }).count()).toBe(0);
  });
});

describe('a manager', () => {
  it('gives a member who forgot their password a link for a new one', async () => {
    const dora = await stack.person('Dora Roux', 'maker');
    const page = await stack.signedIn(await stack.person('Max Gérant', 'manager'));
    await open(page, `/members?member=${dora.memberId}`);
    await page.getByRole('button', { name: 'Mot de passe oublié' }).click();
    await dialogOf(page).getByRole('button', { name: 'Créer le lien' }).click();
    const link = await dialogOf(page).getByLabel('Lien à remettre').inputValue();
    expect(await axeFindings(page)).toEqual([]);
    const theirs = await stack.visitor();
    await theirs.goto(link.replace(/^https?:\/\/[^/]+/, stack.server.url));
    await theirs.fill('input[name=password]', NEXT);
    await theirs.fill('input[name=passwordAgain]', NEXT);
    await theirs.click('button[type=submit]');
    await theirs.getByRole('button', { name: /Dora Roux/ }).waitFor();
  });
});
