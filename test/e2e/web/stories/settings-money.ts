import { readFile } from 'node:fs/promises';
import { priceUsage, type TariffVersion } from '@pandafab/domain';
import { axeFindings, pollUntil } from '@pandafab/testing';
import type { Locator, Page } from 'playwright-core';
import { fixture } from '../pages';
import { WebStack } from '../stack';

const PART = 'slicers/prusaslicer.gcode';
/** A picture of one pixel. */
const logoPicture = () =>
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGPgjvUDAAEtALeQXijPAAAAAElFTkSuQmCC',
    'base64',
  );
const IBAN = 'FR76 3000 6000 0112 3456 7890 189';

let stack: WebStack;
let page: Page;

beforeAll(async () => {
  stack = await WebStack.start('off');
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
      'IBAN : FR76 3000 6000 0112 3456 7890 189',
      'TVA non applicable, article 293 B du CGI',
      'Total TTC à payer',
    ])
      expect(paper).toContain(words);
    const { body } = await stack.admin.get<object>('/api/v1/settings/seller');
    expect(body).toMatchObject({ siret: '12345678200010', siren: '123456782', iban: IBAN });
  });

  it('tell of a wrong number while it is typed, and show what clients of each kind will read', async () => {
    await open('/settings/seller');
    await field('IBAN').fill('FR76 3000 6000 0112 3456 7890 188');
    await page.getByText('Cet IBAN a une erreur').waitFor();
    await field('IBAN').fill(IBAN);
    await page.getByText('Cet IBAN a une erreur').waitFor({ state: 'detached' });
    const paper = page.locator('.paper');
    await field('Exemple pour').selectOption('person');
    await paper.getByText('sans objet, client particulier').waitFor();
    await field('Exemple pour').selectOption('union');
    await paper.getByText('(VATEX-EU-AE)').waitFor();
    await page.getByText('Mentions pour les clients à l’étranger').click();
    await field('Service à une entreprise de l’Union').fill('');
    await page.getByText('Cette facture ne peut pas être émise.').waitFor();
    await page.getByRole('button', { name: 'Reprendre les mentions habituelles' }).click();
    await page.getByText('Cette facture ne peut pas être émise.').waitFor({ state: 'detached' });
    expect(await axeFindings(page)).toEqual([]);
  });

  it('tax each activity in its way, with a logo and terms, from a later day', async () => {
    await open('/settings/seller');
    await page.getByRole('radio', { name: 'Selon l’activité' }).check();
    for (const [number, name] of [
      [1, 'impression 3D'],
      [2, 'formation'],
    ] as const) {
      await page.getByRole('button', { name: 'Ajouter une activité' }).click();
      await page
        .getByRole('group', { name: `Activité ${number}` })
        .getByLabel(/^Nom de l’activité/)
        .fill(name);
    }
    const training = page.getByRole('group', { name: 'formation' });
    await fieldIn(training, 'TVA de cette activité').selectOption('E');
    await fieldIn(training, 'Motif de l’exonération').selectOption('training');
    await field('Numéro de TVA').fill('FR 11 123 456 782');
    await page.getByRole('checkbox', { name: /TVA d’après les débits/ }).check();
    await field('Un devis est valable (jours)').fill('45');
    await field('Conditions de vente').fill('Acompte de 30 % à la commande.');
    await page.getByLabel('Choisir une image').setInputFiles({
      ...{ name: 'logo.png', mimeType: 'image/png' },
      buffer: logoPicture(),
    });
    await page.getByRole('img', { name: 'Logo de l’association' }).waitFor();
    await field('Valable à partir du').fill('2099-01-01');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Les réglages du vendeur sont enregistrés.').waitFor();
    await page.getByText('À venir').waitFor();
    const { body } = await stack.admin.get<{ items: object[] }>('/api/v1/settings/seller/versions');
    expect(body.items[0]).toMatchObject({
      ...{ quoteValidDays: 45, terms: 'Acompte de 30 % à la commande.' },
      ...{ logoSha256: expect.stringMatching(/^[0-9a-f]{64}$/), vatNumber: 'FR11123456782' },
      vat: {
        regime: 'split',
        activities: {
          'impression 3D': { categoryCode: 'S', rateBasisPoints: 2000 },
          formation: { categoryCode: 'E', exemptionCode: 'VATEX-FR-CGI261-4' },
        },
      },
      caseWordings: { export: expect.stringContaining('262') },
      wordings: { vatOnDebits: expect.stringContaining('débits') },
    });
  });

  it('keep a catalogue: an article made, changed, archived and taken back', async () => {
    await open('/settings/catalogue');
    await page.getByText('Le catalogue est vide.').waitFor();
    await page.getByRole('button', { name: 'Nouvel article' }).click();
    const dialog = page.getByRole('dialog');
    await fieldIn(dialog, 'Nom en français').fill('PLA noir');
    await fieldIn(dialog, 'Code').fill('PLA-N');
    await fieldIn(dialog, 'Prix hors taxes (€)').fill('0,083417');
    await fieldIn(dialog, 'Unité').selectOption('GRM');
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Ajouter l’article' }).click();
    const row = page.getByRole('row').filter({ hasText: 'PLA noir' });
    await row.getByText('0,083417').waitFor();
    await row.getByRole('button', { name: 'Modifier PLA noir' }).click();
    await fieldIn(dialog, 'Prix hors taxes (€)').fill('83,40');
    await fieldIn(dialog, 'Pour combien').fill('1000');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await row.getByText(/^83,40.€ pour 1.000.g$/).waitFor();
    await row.getByRole('button', { name: 'Archiver' }).click();
    await page.getByText('« PLA noir » est archivé.').waitFor();
    await row.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Annuler' }).click();
    await row.waitFor();
    await page.getByRole('searchbox', { name: 'Chercher un nom ou un code' }).fill('pla-n');
    await page.waitForURL('**q=pla-n**');
    await row.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const { body } = await stack.admin.get<{ items: object[] }>('/api/v1/articles');
    expect(body.items).toMatchObject([{ nameEn: 'PLA noir', unitPrice: '83.40', basis: 1000, unit: 'GRM' }]);
  });

  it('number invoices with another prefix, and say before what becomes of the series', async () => {
    await open('/settings/numbering');
    const invoices = page.getByRole('group', { name: 'Factures', exact: true });
    await invoices.getByText(/^FA-\d{4}-000001$/).waitFor();
    const prefix = invoices.getByLabel('Préfixe – Factures', { exact: true });
    await prefix.fill('fac');
    await page.getByText('Une nouvelle suite va commencer').waitFor();
    await invoices.getByText(/^FAC-\d{4}-000001$/).waitFor();
    await invoices.getByRole('checkbox').check();
    await field('Fontaine d’Ouche').fill('FON');
    await invoices.getByText(/^FAC-FON-\d{4}-000001$/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('La numérotation est enregistrée.').waitFor();
    await prefix.fill('AV');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Le préfixe AV appartient à une autre série de numéros.').waitFor();
    stack.faults.forgive(/: 409$/);
    const { body } = await stack.admin.get<{ series: object[]; labCodes: object[] }>(
      '/api/v1/settings/numbering',
    );
    expect(body.series).toContainEqual(
      expect.objectContaining({ kind: 'invoice', prefix: 'FAC', labPart: 'code' }),
    );
    expect(body.labCodes).toEqual([{ labId: stack.labId, code: 'FON' }]);
  });

  it('verify the chain of documents, and say how to do it without the page', async () => {
    await open('/settings/verification');
    await page.getByText('Aucune vérification n’a encore eu lieu.').waitFor();
    await page.getByRole('checkbox', { name: /Relire aussi/ }).check();
    await page.getByRole('button', { name: 'Lancer la vérification' }).click();
    await page.getByText('La chaîne est entière').waitFor();
    await page.getByText('Fichiers relus').waitFor();
    await page.getByRole('button', { name: 'Vérifier de nouveau' }).waitFor();
    expect(await page.getByLabel('Commande').inputValue()).toBe('pandafab-server verify');
    expect(await axeFindings(page)).toEqual([]);
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

  it('register a private person without the numbers of a company, in another country', async () => {
    await open('/settings/organisations');
    await page.getByRole('button', { name: 'Nouveau client' }).click();
    const dialog = page.getByRole('dialog');
    await fieldIn(dialog, 'Nom').fill('Alice Martin');
    await fieldIn(dialog, 'SIRET').fill('732 829 320 00075');
    await dialog.getByText('Ce SIRET a une erreur').waitFor();
    await fieldIn(dialog, 'SIRET').fill('732 829 320 00074');
    await dialog.getByText('Numéro juste').waitFor();
    await dialog.getByRole('button', { name: 'Reprendre FR44732829320' }).click();
    expect(await fieldIn(dialog, 'Numéro de TVA').inputValue()).toBe('FR44732829320');
    await fieldIn(dialog, 'Type').selectOption('person');
    await fieldIn(dialog, 'SIRET').waitFor({ state: 'detached' });
    await fieldIn(dialog, 'Adresse').fill('Rue Haute 1');
    await fieldIn(dialog, 'Code postal').fill('1000');
    await fieldIn(dialog, 'Ville').fill('Bruxelles');
    await fieldIn(dialog, 'Pays').selectOption({ label: 'Belgique' });
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Enregistrer le client' }).click();
    await page.getByRole('heading', { level: 1, name: 'Alice Martin' }).waitFor();
    await page.getByText('Rue Haute 1, 1000 Bruxelles, Belgique').waitFor();
    await page.getByText('Rien n’est encore facturé à ce client.').waitFor();
    const { body } = await stack.admin.get<{ items: object[] }>('/api/v1/organisations?search=alice');
    expect(body.items).toMatchObject([{ kind: 'person', countryCode: 'BE', siret: null, vatNumber: null }]);
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
