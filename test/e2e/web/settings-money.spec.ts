import { readFile } from 'node:fs/promises';
import { priceUsage, type TariffVersion } from '@pandafab/domain';
import { axeFindings, pollUntil } from '@pandafab/testing';
import type { Locator, Page } from 'playwright-core';
import { fixture } from './pages';
import { WebStack } from './stack';

const PART = 'slicers/prusaslicer.gcode';
const IBAN = 'FR76 3000 6000 0112 3456 7890 189';

let stack: WebStack;
let page: Page;

beforeAll(async () => {
  stack = await WebStack.start(100);
  page = await stack.signedIn(await stack.person('Inès Comptes', 'billing'));
});
afterEach(() => expect(stack.faults.take()).toEqual([]));
afterAll(() => stack.stop());

const open = (path: string) => page.goto(stack.server.url + path);
/** A field by its label, which a required field follows with a star. */
const fieldIn = (place: Page | Locator, name: string) =>
  place.getByLabel(new RegExp(`^${name.replace(/[()]/g, '\\$&')}( ?\\*)?$`));
const field = (name: string) => fieldIn(page, name);
const plain = (text: string | null) => (text ?? '').replace(/\s/g, ' ');
const euros = (cents: number) =>
  plain(new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' }).format(cents / 100));

/** Presses Tab until the thing with this name has the focus. */
async function tabTo(name: string): Promise<void> {
  const SEEN = 100;
  const read = `(() => {
    const here = document.activeElement;
    const label = here.labels?.[0]?.innerText ?? here.getAttribute('aria-label') ?? here.innerText ?? '';
    return label.replace(/[*\\s]+$/, '').trim();
  })()`;
  for (let step = 0; step < SEEN; step++) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(read)) === name) return;
  }
  throw new Error(`Tab never reaches “${name}”`);
}

/** The figures of the file, as the preview of a submission gives them. */
async function usageOfPart() {
  const form = new FormData();
  form.set('file', new Blob([await readFile(fixture(PART))]), 'part.gcode');
  const { body } = await stack.admin.post<{ id: string }>('/api/v1/uploads', form);
  const preview = await pollUntil('the file to be read', async () => {
    const path = `/api/v1/uploads/${body.id}/preview?labId=${stack.labId}`;
    const answer = await stack.admin.get<{ price: PreviewPrice }>(path);
    return answer.status === 200 ? answer.body : undefined;
  });
  return preview.price;
}
interface PreviewPrice {
  readonly seconds: number;
  readonly materials: { readonly material: string; readonly milligrams: number }[];
}

describe('the settings of money', () => {
  it('take the seller from nothing: what is missing, a wrong number, and the invoice that results', async () => {
    await open('/settings/seller');
    await page.getByText('Aucune facture ne peut encore être émise.').waitFor();
    const missing = page.locator('.seller-side .notice');
    expect(await missing.textContent()).toContain('SIRET');
    expect(await axeFindings(page)).toEqual([]);
    await field('Nom de l’association').fill('Association Les Ateliers');
    await field('Forme juridique').fill('Association loi 1901');
    await field('SIRET').fill('123 456 782 00010');
    await field('Adresse').fill('1 rue de l’Exemple');
    await field('Code postal').fill('21000');
    await field('Ville').fill('Dijon');
    await missing.waitFor({ state: 'detached' });
    await field('IBAN').fill('FR76 3000 6000 0112 3456 7890 188');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Doit être un IBAN à la clé juste').waitFor();
    stack.faults.forgive(/: 400$/);
    await field('IBAN').fill(IBAN);
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Les réglages du vendeur sont enregistrés.').waitFor();
    await page.getByText('En vigueur').waitFor();
    const paper = plain(await page.locator('.paper').textContent());
    for (const words of [
      'Association Les Ateliers',
      'SIREN 123456782',
      'IBAN FR76 3000 6000 0112 3456 7890 189',
      'TVA non applicable, article 293 B du CGI',
      'Total TTC',
    ])
      expect(paper).toContain(words);
    const { body } = await stack.admin.get<object>('/api/v1/settings/seller');
    expect(body).toMatchObject({ siret: '12345678200010', siren: '123456782', iban: IBAN });
  });

  it('publish a tariff, and price a file for every group to the cent', async () => {
    await open('/settings/tariffs');
    await page.getByText('Aucun tarif.').waitFor();
    await page.getByRole('button', { name: 'Nouveau tarif' }).click();
    await field('Nom du tarif').fill('Tarif 2027');
    await page.getByRole('button', { name: 'Ajouter une matière' }).click();
    await field('Matière 1').fill('PLA');
    const residents = page.getByRole('group', { name: 'Habitants' });
    await fieldIn(residents, 'Heure de machine (€)').fill('2,50');
    await fieldIn(residents, 'Mise en route (€)').fill('1');
    await fieldIn(residents, 'PLA (€ le kilo)').fill('83,40');
    await fieldIn(residents, 'Autres matières (€ le kilo)').fill('90');
    await residents.getByRole('button', { name: 'Copier vers les autres groupes' }).click();
    const clients = page.getByRole('group', { name: 'Clients' });
    expect(await fieldIn(clients, 'PLA (€ le kilo)').inputValue()).toBe('83,40');
    await fieldIn(clients, 'Heure de machine (€)').fill('6,20');
    await fieldIn(clients, 'Minimum (€)').fill('5');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Publier les prix' }).click();
    await page.getByRole('heading', { level: 1, name: 'Tarif 2027' }).waitFor();
    const { body } = await stack.admin.get<{ items: { version: { rates: TariffVersion } }[] }>(
      '/api/v1/tariffs',
    );
    const rates = body.items[0]?.version.rates;
    if (!rates) throw new Error('no tariff was published');
    expect(rates.categories.organisation).toMatchObject({ machineHourCents: 620, minimumCents: 500 });

    await open('/settings/tariffs');
    await page.locator('input[type=file]').setInputFiles(fixture(PART));
    const cards = page.locator('.price-card');
    await cards.first().waitFor();
    const usage = await usageOfPart();
    const charged = (category: 'member' | 'organisation') =>
      euros(priceUsage(rates, { ...usage, category }).chargedCents);
    const priceOn = async (group: string) =>
      plain(await cards.filter({ hasText: group }).locator('.price-card-price').textContent());
    expect(charged('member')).not.toBe(charged('organisation'));
    expect(await priceOn('Autres membres')).toBe(charged('member'));
    expect(await priceOn('Clients')).toBe(charged('organisation'));
    expect(await priceOn('Habitants')).toBe('Gratuit');
    expect(await axeFindings(page)).toEqual([]);
    // Nothing is kept of the file.
    const { body: uploads } = await page
      .context()
      .request.get(`${stack.server.url}/api/v1/uploads`)
      .then(async (answer) => ({ body: (await answer.json()) as { items: object[] } }));
    expect(uploads.items).toEqual([]);

    await field('Heures').fill('2');
    await field('Grammes').fill('100');
    await page.getByRole('button', { name: 'Calculer' }).click();
    const typed = { seconds: 7200, materials: [{ material: 'PLA', milligrams: 100_000 }] };
    const expected = euros(priceUsage(rates, { ...typed, category: 'member' }).chargedCents);
    await cards.filter({ hasText: 'Autres membres' }).getByText(expected).first().waitFor();
  });

  it('announce other prices for a later day, which change nothing today', async () => {
    await open('/settings/tariffs');
    await page.getByRole('link', { name: 'Tarif 2027' }).click();
    await page.getByRole('button', { name: 'Changer les prix' }).click();
    await field('Valable à partir du').fill('2099-01-01');
    await fieldIn(page.getByRole('group', { name: 'Écoles' }), 'Heure de machine (€)').fill('1,10');
    await page.getByRole('button', { name: 'Publier les prix' }).click();
    await page.getByText('Les prix sont publiés.').waitFor();
    await page.getByText('À venir').waitFor();
    const today = page.getByRole('region', { name: 'Prix du jour' });
    expect(plain(await today.textContent())).not.toContain('1,10 €');
  });

  it('register a client with a contact by keyboard alone, and take back its removal', async () => {
    await open('/settings/organisations');
    await page.getByText('Aucun client.').waitFor();
    await tabTo('Nouveau client');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('Collège Montchapet');
    const fill = async (name: string, value: string) => {
      await tabTo(name);
      await page.keyboard.type(value);
    };
    await fill('Adresse', '36 rue du Général Fauconnet');
    await fill('Code postal', '21000');
    await fill('Ville', 'Dijon');
    await fill('SIRET', '732 829 320 00074');
    await tabTo('Enregistrer le client');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Collège Montchapet' }).waitFor();
    await page.getByText('732829320', { exact: true }).waitFor();
    await tabTo('Ajouter un contact');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('Mme Durand');
    await fill('Fonction', 'intendance');
    await page.keyboard.press('Enter');
    await page.getByRole('listitem').filter({ hasText: 'Mme Durand' }).getByText('intendance').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await tabTo('Retirer – Mme Durand');
    await page.keyboard.press('Enter');
    await page.getByText('Mme Durand n’est plus un contact.').waitFor();
    await page.getByText('Aucun contact.').waitFor();
    await page.getByRole('button', { name: 'Annuler' }).click();
    await page.getByRole('listitem').filter({ hasText: 'Mme Durand' }).getByText('intendance').waitFor();
  });

  it('find clients by words and kind, with the list in the address', async () => {
    await open('/settings/organisations?q=montch');
    await page.getByRole('link', { name: 'Collège Montchapet' }).waitFor();
    await page.getByRole('combobox', { name: 'Type' }).selectOption('school');
    await page.waitForURL('**kind=school**');
    await page.getByText('Aucune ligne ne correspond.').waitFor();
  });

  it('make a group of a lab, and take back the removal of a person', async () => {
    const camille = await stack.person('Camille Petit', 'maker');
    const manager = await stack.signedIn(await stack.person('Marc Lab', 'manager'));
    await manager.goto(`${stack.server.url}/settings/groups`);
    await manager.getByRole('button', { name: 'Nouveau groupe' }).click();
    await fieldIn(manager, 'Nom').fill('CM2 Voltaire');
    await manager.getByRole('button', { name: 'Créer le groupe' }).click();
    await manager.getByRole('heading', { level: 1, name: 'CM2 Voltaire' }).waitFor();
    await manager.getByRole('button', { name: 'Ajouter une personne' }).click();
    await manager.getByLabel('Chercher un membre').fill('Camille Petit');
    await fieldIn(manager, 'Membre').selectOption(camille.memberId);
    await manager.getByRole('dialog').getByRole('button', { name: 'Ajouter' }).click();
    const person = manager.getByRole('listitem').filter({ hasText: 'Camille Petit' });
    await person.getByRole('switch').click();
    await person.getByRole('switch', { checked: true }).waitFor();
    await person.getByRole('button', { name: /^Retirer/ }).click();
    await manager.getByText('Camille Petit n’est plus dans le groupe.').waitFor();
    await manager.getByRole('button', { name: 'Annuler' }).click();
    await person.getByRole('switch', { checked: true }).waitFor();
    await manager.getByRole('button', { name: 'Archiver' }).click();
    await manager.getByRole('dialog').getByRole('button', { name: 'Archiver' }).click();
    await manager.getByText(/^Groupe archivé le/).waitFor();
  });

  it('keep the name and address for one’s own invoices, and take back their removal', async () => {
    await open('/account');
    const billing = page.getByRole('region', { name: 'Adresse de facturation' });
    await billing.getByRole('button', { name: 'Ajouter' }).click();
    const dialog = page.getByRole('dialog');
    await fieldIn(dialog, 'Adresse').fill('1 rue Vauban');
    await fieldIn(dialog, 'Code postal').fill('21000');
    await fieldIn(dialog, 'Ville').fill('Dijon');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await billing.getByText('1 rue Vauban').waitFor();
    await billing.getByRole('button', { name: 'Effacer l’adresse de facturation' }).click();
    await billing.getByText('Aucune adresse enregistrée.').waitFor();
    await page.getByRole('button', { name: 'Annuler' }).click();
    await billing.getByText('1 rue Vauban').waitFor();
  });
});
