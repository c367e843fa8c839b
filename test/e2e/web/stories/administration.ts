import { axeFindings, pollUntil } from '@pandafab/testing';
import type { Page } from 'playwright-core';
import { submit } from '../pages';
import { WebStack } from '../stack';

let stack: WebStack;
let page: Page;

beforeAll(async () => {
  stack = await WebStack.start(100);
  page = await stack.signedIn(await stack.person('Ada Réseau', 'administrator'));
});
afterAll(() => stack.stop());
afterEach(() => expect(stack.faults.take()).toEqual([]));

const open = (path: string) => page.goto(stack.server.url + path);
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
/** The dialog that asks for confirmation. */
const confirm = (name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
const message = (words: string) => page.locator('.toast, [role=status]').filter({ hasText: words }).first();
/** Waits for a message, and puts the pointer on it: otherwise it goes away, on a slow computer too early. */
const hold = (words: string) => page.locator('.toast', { hasText: words }).hover();
/** Presses the button of a message, and waits until it is done. */
async function undo(words: string): Promise<void> {
  await page.locator('.toast', { hasText: words }).getByRole('button', { name: 'Annuler' }).click();
  // It stays as long as the pointer is on it.
  const done = page.getByRole('status').filter({ hasText: 'C’est annulé.' });
  await done.getByRole('button', { name: 'Fermer' }).click();
  await done.waitFor({ state: 'detached' });
}
/** The button was pressed, and the action was done. */
const audited = (action: string) =>
  pollUntil(`${action} to be recorded`, async () => {
    const { body } = await stack.admin.get<{ total: number }>(`/api/v1/audit?action=${action}`);
    return body.total > 0;
  });

describe('an administrator', () => {
  it('answers what a print asks at the machine, and reconnects the machine after a stop', async () => {
    await submit(stack, 'slicers/prusaslicer.gcode');
    await open(`/machines/${stack.machineId}`);
    await page.getByText('Le fichier demande de changer le filament.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel(/^Quelle bobine est sur la machine maintenant/).selectOption({ index: 1 });
    await press('Continuer');
    await page.locator('.question').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Arrêt d’urgence' }).first().click();
    await page.getByRole('button', { name: 'Appuyez encore : arrêter' }).first().click();
    await page.getByRole('button', { name: 'Éteindre et rallumer' }).click();
    await audited('machine.power-cycled');
    await page.getByRole('button', { name: 'Le plateau est libre' }).click();
    await page.getByText('Prête', { exact: true }).first().waitFor();
  });

  it('creates a lab, connects its computer with a code, renews its secret, and revokes it', async () => {
    await open('/settings/labs');
    await press('Créer un lab');
    await page.getByRole('dialog').getByLabel('Nom du lab').fill('Grésilles');
    await confirm('Créer');
    await page.getByRole('link', { name: 'Grésilles' }).click();
    await page.getByRole('heading', { level: 1, name: 'Grésilles' }).waitFor();
    await press('Modifier le lab');
    // This service sends no mail: no person could get the link that completes a registration.
    expect(await page.getByRole('switch').isDisabled()).toBe(true);
    await page.getByText('le lien de confirmation n’arriverait jamais').waitFor();
    await page.getByRole('dialog').getByLabel('Nom du lab').fill('Grésilles Nord');
    await confirm('Enregistrer');
    await page.getByRole('heading', { level: 1, name: 'Grésilles Nord' }).waitFor();
    await page.getByText('L’équipe inscrit les membres').waitFor();
    await press('Relier un ordinateur');
    await confirm('Obtenir un code');
    const code = await page.getByRole('dialog').getByLabel('Code', { exact: true }).inputValue();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await stack.enrolAgent(code);
    await page.locator('.state-badge').getByText('En ligne').waitFor();
    const greeted = await stack.agentGreeted('Grésilles Nord');
    await press('Renouveler le secret');
    await confirm('Renouveler le secret');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await audited('agent.secret-renewed');
    // The connection with the old secret has ended: the agent came again with the new one.
    await pollUntil(
      'the agent to come again',
      async () => (await stack.agentGreeted('Grésilles Nord')) > greeted,
    );
    await page.locator('.state-badge').getByText('En ligne').waitFor();
    await press('Révoquer l’ordinateur');
    await confirm('Révoquer l’ordinateur');
    await page.getByText('Pas encore d’ordinateur').waitFor();
  });

  it('shuts an account and opens it again', async () => {
    const bilal = await stack.person('Bilal Martin', 'maker');
    const his = await stack.signedIn(bilal);
    await open(`/members?member=${bilal.memberId}`);
    await press('Désactiver le compte');
    await confirm('Désactiver le compte');
    await page.getByText('Ce compte est désactivé : il ne peut pas être utilisé.').waitFor();
    await his.goto(`${stack.server.url}/jobs`);
    await his.locator('input[name=password]').waitFor();
    // The page that was open asked once more.
    stack.faults.forgive(/: 401$/);
    await press('Réactiver le compte');
    await page
      .getByText('Ce compte est désactivé : il ne peut pas être utilisé.')
      .waitFor({ state: 'detached' });
  });

  it('takes back a shut account, other roles, and another category', async () => {
    const dora = await stack.person('Dora Roux', 'maker');
    const member = async () =>
      (
        await stack.admin.get<{
          category: string;
          account: { disabled: boolean; roles: { role: string }[] };
        }>(`/api/v1/members/${dora.memberId}`)
      ).body;
    const before = await member();
    await open(`/members?member=${dora.memberId}`);
    await press('Désactiver le compte');
    await confirm('Désactiver le compte');
    await hold('Compte désactivé : Dora Roux.');
    expect((await member()).account.disabled).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await undo('Compte désactivé : Dora Roux.');
    expect((await member()).account.disabled).toBe(false);

    await press('Changer les rôles');
    await page.getByRole('dialog').getByRole('checkbox', { name: 'facturation' }).check();
    await confirm('Donner ces rôles');
    await hold('Rôles changés : Dora Roux.');
    expect((await member()).account.roles.map(({ role }) => role).sort()).toEqual(['billing', 'maker']);
    await undo('Rôles changés : Dora Roux.');
    expect((await member()).account.roles).toEqual(before.account.roles);

    await press('Modifier');
    await page.getByRole('dialog').getByLabel('Catégorie').selectOption('student');
    await confirm('Enregistrer');
    await hold('Fiche modifiée : Dora Roux.');
    expect((await member()).category).toBe('student');
    await undo('Fiche modifiée : Dora Roux.');
    expect((await member()).category).toBe(before.category);
  });

  it('finds typed again what they had typed about a new member, after a reload and in a new dialog', async () => {
    await open('/members');
    await press('Inscrire un membre');
    await page.getByRole('dialog').getByLabel('Nom').fill('Éloïse Garnier');
    await page.reload();
    await press('Inscrire un membre');
    await page.getByText('Votre saisie a été reprise').waitFor();
    expect(await page.getByRole('dialog').getByLabel('Nom').inputValue()).toBe('Éloïse Garnier');
    await confirm('Inscrire');
    await message('Éloïse Garnier est dans la liste des membres.').waitFor();
    await press('Inscrire un membre');
    expect(await page.getByRole('dialog').getByLabel('Nom').inputValue()).toBe('');
    await page.keyboard.press('Escape');
  });

  it('sorts and searches the members, and finds the same list again when going back', async () => {
    await stack.person('Zoé Abel', 'maker');
    await open('/members');
    const names = () => page.locator('.table .whole-row').allInnerTexts();
    await page.getByRole('button', { name: 'Nom', exact: true }).click();
    await page.waitForURL('**/members?sort=-name');
    await pollUntil('the last name to come first', async () => (await names())[0] === 'Zoé Abel');
    await page.getByRole('searchbox', { name: 'Chercher un nom ou une adresse' }).fill('eloi');
    await page.waitForURL('**q=eloi*');
    await pollUntil('one to be found', async () => (await names()).join() === 'Éloïse Garnier');
    await page.getByRole('link', { name: 'Éloïse Garnier' }).click();
    await page.getByRole('heading', { level: 2, name: 'Éloïse Garnier' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.goBack();
    await pollUntil('one to be found', async () => (await names()).join() === 'Éloïse Garnier');
    expect(await page.getByRole('searchbox').inputValue()).toBe('eloi');
  });

  it('signs out a browser that is elsewhere', async () => {
    const camille = await stack.person('Camille Petit', 'maker');
    const [here, elsewhere] = [await stack.signedIn(camille), await stack.signedIn(camille)];
    await here.goto(`${stack.server.url}/account`);
    await here.getByRole('button', { name: 'Déconnecter', exact: true }).click();
    await here.getByRole('button', { name: 'Déconnecter', exact: true }).waitFor({ state: 'detached' });
    await elsewhere.goto(`${stack.server.url}/jobs`);
    await elsewhere.locator('input[name=password]').waitFor();
    stack.faults.forgive(/: 401$/);
  });
});
