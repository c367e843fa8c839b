import { axeFindings, pollUntil } from '@pandafab/testing';
import type { Page } from 'playwright-core';
import { submit } from './pages';
import { WebStack } from './stack';

let stack: WebStack;
let page: Page;

beforeAll(async () => {
  stack = await WebStack.start(100);
  page = await stack.signedIn(await stack.person('Ada Réseau', 'administrator'));
});
afterAll(() => stack.stop());

const open = (path: string) => page.goto(stack.server.url + path);
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
/** What asks once more. */
const confirm = (name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
const labCard = (name: string) => page.getByRole('listitem').filter({ has: page.getByText(name) });
/** It was not only pressed, it was done. */
const audited = (action: string) =>
  pollUntil(`${action} to be recorded`, async () => {
    const { body } = await stack.admin.get<{ total: number }>(`/api/v1/audit?action=${action}`);
    return body.total > 0;
  });

describe('an administrator', () => {
  it('answers what a print asks at the machine, and has it back after a stop', async () => {
    await submit(stack, 'slicers/prusaslicer.gcode');
    await open(`/machines/${stack.machineId}`);
    await page.getByText('Le fichier demande de changer le filament.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel(/^Quelle bobine est en place maintenant/).selectOption({ index: 1 });
    await press('Continuer');
    await page.locator('.question').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Arrêt d’urgence' }).first().click();
    await page.getByRole('button', { name: 'Appuyez encore : arrêter' }).first().click();
    await page.getByRole('button', { name: 'Éteindre et rallumer' }).click();
    await audited('machine.power-cycled');
    await page.getByRole('button', { name: 'Le plateau est libre' }).click();
    await page.getByText('Prête', { exact: true }).first().waitFor();
  });

  it('makes a lab, whose computer joins by a code, changes its secret, and is shut out', async () => {
    await open('/agents');
    await press('Créer un lab');
    await page.getByRole('dialog').getByLabel('Nom du lab').fill('Grésilles');
    await confirm('Créer');
    await labCard('Grésilles').waitFor();
    await labCard('Grésilles').getByRole('button', { name: 'Modifier le lab' }).click();
    // This service sends no mail: nobody could follow the link that ends a registration.
    expect(await page.getByRole('switch').isDisabled()).toBe(true);
    await page.getByText('le lien de confirmation n’arriverait jamais').waitFor();
    await page.getByRole('dialog').getByLabel('Nom du lab').fill('Grésilles Nord');
    await confirm('Enregistrer');
    await labCard('Grésilles Nord').getByText('Les inscriptions passent par l’équipe').waitFor();
    await labCard('Grésilles Nord').getByRole('button', { name: 'Relier un ordinateur' }).click();
    await confirm('Obtenir un code');
    const code = await page.getByRole('dialog').getByLabel('Code', { exact: true }).inputValue();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await stack.enrolAgent(code);
    const card = labCard('Grésilles Nord');
    await card.getByText('En ligne').waitFor();
    const greeted = await stack.agentGreeted('Grésilles Nord');
    await card.getByRole('button', { name: 'Renouveler le secret' }).click();
    await confirm('Renouveler le secret');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await audited('agent.secret-renewed');
    // What was opened with the old secret is ended: it came again with the new one.
    await pollUntil(
      'the agent to come again',
      async () => (await stack.agentGreeted('Grésilles Nord')) > greeted,
    );
    await card.getByText('En ligne').waitFor();
    await card.getByRole('button', { name: 'Révoquer l’ordinateur' }).click();
    await confirm('Révoquer l’ordinateur');
    await card.getByText('Pas encore d’ordinateur').waitFor();
  });

  it('shuts an account and opens it again', async () => {
    const bilal = await stack.person('Bilal Martin', 'maker');
    const his = await stack.signedIn(bilal);
    await open(`/members?member=${bilal.memberId}`);
    await press('Fermer le compte');
    await confirm('Fermer le compte');
    await page.getByText('Ce compte est fermé : personne ne peut s’en servir.').waitFor();
    await his.goto(`${stack.server.url}/jobs`);
    await his.locator('input[name=password]').waitFor();
    await press('Rouvrir le compte');
    await page
      .getByText('Ce compte est fermé : personne ne peut s’en servir.')
      .waitFor({ state: 'detached' });
  });

  it('signs out a browser that is elsewhere', async () => {
    const camille = await stack.person('Camille Petit', 'maker');
    const [here, elsewhere] = [await stack.signedIn(camille), await stack.signedIn(camille)];
    await here.goto(`${stack.server.url}/account`);
    await here.getByRole('button', { name: 'Déconnecter', exact: true }).click();
    await here.getByRole('button', { name: 'Déconnecter', exact: true }).waitFor({ state: 'detached' });
    await elsewhere.goto(`${stack.server.url}/jobs`);
    await elsewhere.locator('input[name=password]').waitFor();
  });
});
