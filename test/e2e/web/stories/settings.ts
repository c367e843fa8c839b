import { axeFindings, startSmtp, type TemporarySmtp } from '@pandafab/testing';
import type { Page } from 'playwright-core';
import type { Person } from '../person';
import { WebStack } from '../stack';

let stack: WebStack;
let smtp: TemporarySmtp;
let ada: Person;
let page: Page;

beforeAll(async () => {
  smtp = await startSmtp();
  stack = await WebStack.start(100, { SMTP_URL: smtp.url, MAIL_FROM: 'PandaFab <fab@fab.example>' });
  ada = await stack.person('Ada Réseau', 'administrator');
  page = await stack.signedIn(ada);
});
afterEach(() => expect(stack.faults.take()).toEqual([]));
afterAll(async () => {
  await stack.stop();
  await smtp.stop();
});

const open = (path: string) => page.goto(stack.server.url + path);
const row = (name: string, at = page) => at.getByRole('row').filter({ has: at.getByText(name) });
const inDialog = () => page.getByRole('dialog');

interface AccountView {
  readonly email: string;
  readonly roles: readonly { readonly role: string; readonly labId: string | null }[];
}
const rolesOf = async ({ email }: Person) => {
  const { body } = await stack.admin.get<{ items: AccountView[] }>(`/api/v1/accounts?search=${email}`);
  return body.items.map(({ roles }) => roles.map(({ role }) => role).sort());
};

describe('the settings of an administrator', () => {
  it('retire a category, and take that back with the message', async () => {
    await open('/settings/categories');
    await page.getByRole('button', { name: 'Ajouter une catégorie' }).click();
    await inDialog().getByLabel('Nom en français').fill('Élèves de collège');
    await inDialog().getByLabel('Nom en anglais').fill('Pupils');
    await inDialog().getByLabel('Groupe de tarifs').selectOption('school');
    await inDialog().getByRole('button', { name: 'Ajouter', exact: true }).click();
    await row('Élèves de collège').getByText('Proposée').waitFor();
    const { body } = await stack.admin.get<{ items: { code: string; position: number }[] }>(
      '/api/v1/categories',
    );
    expect(body.items.at(-1)).toMatchObject({ code: 'eleves-de-college', tariff: 'school' });
    await row('Élèves de collège').getByRole('button', { name: 'Retirer' }).click();
    await row('Élèves de collège').getByText('Retirée').waitFor();
    await page.getByText('« Élèves de collège » n’est plus proposée.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Annuler', exact: true }).click();
    await row('Élèves de collège').getByText('Proposée').waitFor();
  });

  it('keep a filament that spools are made of, and do not offer it any more', async () => {
    await open('/settings/filaments');
    await row('Francofil').getByRole('button', { name: 'Modifier' }).click();
    expect(await inDialog().getByLabel('Matière').isDisabled()).toBe(true);
    await inDialog().getByLabel('Couleur').fill('bleu nuit');
    await inDialog().getByRole('button', { name: 'Enregistrer' }).click();
    await row('bleu nuit').getByRole('button', { name: 'Retirer' }).click();
    await row('bleu nuit')
      .getByText(/Retiré$/)
      .waitFor();
    const offered = await stack.admin.get<{ total: number }>('/api/v1/filaments');
    expect(offered.body.total).toBe(0);
    await row('bleu nuit').getByRole('button', { name: 'Rétablir' }).click();
    await row('bleu nuit')
      .getByText(/Proposé$/)
      .waitFor();
  });

  it('send a test mail that arrives, and show the answer of a mail server that refuses it', async () => {
    await open('/settings/mail');
    await page.getByRole('button', { name: 'M’envoyer un courriel d’essai' }).click();
    await page.getByText(`Le serveur de messagerie a accepté le courriel pour ${ada.email}.`).waitFor();
    const [mail] = await smtp.mailsTo(ada.email);
    expect(mail?.subject).toBe('Courriel d’essai de PandaFab');
    expect(mail?.text).toContain('/settings/mail');
    smtp.refuse(ada.email, '5.7.1 sender not allowed here');
    await page.getByRole('button', { name: 'M’envoyer un courriel d’essai' }).click();
    await page.getByText(`Le serveur de messagerie a refusé le courriel pour ${ada.email}.`).waitFor();
    await row('Abandonné').getByText('5.7.1 sender not allowed here').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('change the roles of an account, and take that back', async () => {
    const bilal = await stack.person('Bilal Martin', 'maker');
    await open('/settings/accounts?q=bilal');
    await row('Bilal Martin').getByText('usager').waitFor();
    await row('Bilal Martin').getByRole('button', { name: 'Rôles' }).click();
    await inDialog()
      .getByRole('group', { name: 'Dans tous les labs' })
      .getByLabel('responsable de lab')
      .check();
    expect(await axeFindings(page)).toEqual([]);
    await inDialog().getByRole('button', { name: 'Donner ces rôles' }).click();
    await row('Bilal Martin').getByText('usager, responsable de lab (tous les labs)').waitFor();
    expect(await rolesOf(bilal)).toEqual([['maker', 'manager']]);
    await page.getByRole('button', { name: 'Annuler', exact: true }).click();
    await row('Bilal Martin').getByText('responsable de lab').waitFor({ state: 'detached' });
    expect(await rolesOf(bilal)).toEqual([['maker']]);
  });

  it('tell in the audit trail who did what, found by words, person and day', async () => {
    await open('/settings/audit');
    await page.getByRole('searchbox', { name: 'Chercher dans la liste' }).fill('catégorie retirée');
    await page.getByText('1 ligne', { exact: true }).waitFor();
    await row('Catégorie retirée').getByText('Ada Réseau').waitFor();
    await page.getByRole('searchbox', { name: 'Chercher dans la liste' }).fill('');
    await page.getByLabel('Personne', { exact: true }).fill('bilal');
    await page.getByLabel('Action', { exact: true }).selectOption('account.roles-changed');
    const changed = row('Rôles modifiés : Bilal Martin').first();
    await changed.getByText('Voir').click();
    await changed.getByText('usager, responsable de lab').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('Au (inclus)').fill('2020-01-01');
    await page.getByText('Aucune ligne ne correspond.').waitFor();
    expect(new URL(page.url()).searchParams.get('person')).toBe('bilal');
  });

  it('keep both of two filters that change at the same moment', async () => {
    await open('/settings/audit');
    await page.getByLabel('Au (inclus)').waitFor();
    await page.evaluate(`(() => {
      const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
      for (const input of document.querySelectorAll('input[type="date"]')) {
        set.call(input, '2026-01-31');
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }
    })()`);
    await page.waitForURL(({ searchParams }) => searchParams.size > 0);
    expect(new URL(page.url()).search).toBe('?first=2026-01-31&last=2026-01-31');
  });

  it('revoke the token of a person', async () => {
    const zoe = await stack.person('Zoé Marchand', 'maker');
    const hers = await stack.signedIn(zoe);
    await hers.goto(`${stack.server.url}/account`);
    await hers.getByRole('button', { name: 'Créer un jeton' }).click();
    await hers.getByRole('dialog').getByRole('textbox', { name: /^Nom/ }).fill('Trancheur');
    await hers.getByRole('dialog').getByLabel('Lire les travaux et leurs coûts').check();
    await hers.getByRole('dialog').getByRole('button', { name: 'Créer le jeton' }).click();
    const token = await hers.getByRole('dialog').getByLabel('Jeton', { exact: true }).inputValue();
    const ask = () =>
      fetch(`${stack.server.url}/api/v1/jobs`, { headers: { authorization: `Bearer ${token}` } });
    expect((await ask()).status).toBe(200);
    await open('/settings/tokens?q=trancheur');
    await row('Trancheur').getByText('Zoé Marchand').waitFor();
    await row('Trancheur').getByRole('button', { name: 'Révoquer' }).click();
    await inDialog().getByRole('button', { name: 'Révoquer', exact: true }).click();
    await row('Trancheur').waitFor({ state: 'detached' });
    expect((await ask()).status).toBe(401);
  });

  it('say how the service is, and are found by the palette', async () => {
    await open('/');
    await page.getByRole('button', { name: 'Rechercher' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: /^Une pièce/ }).fill('sante du service');
    await page.getByRole('option', { name: /^Santé du service/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/settings/health');
    await page.getByText('Elle répond (SQLite).').waitFor();
    await page.getByText('En ligne : 1 sur 1.').waitFor();
  });
});

describe('the settings of a manager', () => {
  it('show what they may read, and what they may change', async () => {
    const hers = await stack.signedIn(await stack.person('Nadia Roux', 'manager'));
    await hers.goto(`${stack.server.url}/settings`);
    await hers.getByRole('link', { name: /^Filaments/ }).waitFor();
    expect(await hers.getByRole('link', { name: /^Comptes et rôles/ }).count()).toBe(0);
    await hers.getByRole('link', { name: /^Types de machine/ }).click();
    await hers.getByText('Seule l’administration peut changer ces réglages.').waitFor();
    expect(await hers.getByRole('button', { name: 'Modifier' }).count()).toBe(0);
    await hers.goto(`${stack.server.url}/settings/profiles`);
    await hers.getByRole('link', { name: 'Marlin 2', exact: true }).click();
    await hers.getByRole('link', { name: 'Panda 1' }).waitFor();
  });
});
