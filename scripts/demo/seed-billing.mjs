/** Prices are made up, in integer cents. */
const rates = {
  machineHourCents: 300,
  materials: {
    PLA: { unitPriceCents: 8340, basisGrams: 1000 },
    PETG: { unitPriceCents: 9900, basisGrams: 1000 },
  },
  otherMaterials: { unitPriceCents: 12_000, basisGrams: 1000 },
  setUpFeeCents: 50,
  minimumCents: 100,
};
const forAll = { free: false, ...rates };
const forClients = { ...forAll, machineHourCents: 900, setUpFeeCents: 500, minimumCents: 1500 };

const tariff = {
  name: 'Tarif de démonstration',
  rates: {
    currency: 'EUR',
    categories: {
      resident: { ...forAll, free: true },
      member: forAll,
      student: { ...forAll, machineHourCents: 150 },
      school: { ...forAll, machineHourCents: 0, setUpFeeCents: 0, minimumCents: 0 },
      organisation: forClients,
    },
  },
};

const taxed = { categoryCode: 'S', rateBasisPoints: 2000, exemptionCode: null, exemptionText: null };

/** A fictitious association; its wordings are an example to be checked with an accountant. */
const seller = {
  inForceFrom: '2026-01-01',
  name: 'Association de démonstration PandaFab',
  legalForm: 'Association loi 1901',
  addressLine: '1 rue de l’Exemple',
  postcode: '21000',
  city: 'Dijon',
  countryCode: 'FR',
  siren: '123456782',
  siret: '12345678200010',
  vatNumber: 'FR11123456782',
  rna: null,
  email: 'facturation@demo.invalid',
  phone: null,
  website: null,
  iban: null,
  bic: null,
  vat: {
    regime: 'split',
    activities: {
      printing: taxed,
      video: taxed,
      advice: taxed,
      training: {
        categoryCode: 'E',
        rateBasisPoints: 0,
        exemptionCode: 'VATEX-FR-CGI261-7',
        exemptionText: 'Exonération de TVA, article 261, 7, 1° a du CGI',
      },
    },
  },
  printing: { activity: 'printing', nature: 'services' },
  paymentTermDays: 30,
  wordings: {
    latePenalty: 'Pénalités de retard : trois fois le taux d’intérêt légal',
    earlyPayment: 'Pas d’escompte pour paiement anticipé',
    recoveryIndemnity: 'Indemnité forfaitaire pour frais de recouvrement : 40 €',
    vatOnDebits: null,
    operationCategory: {
      goods: 'Catégorie d’opération : livraison de biens',
      services: 'Catégorie d’opération : prestation de services',
      mixed: 'Catégorie d’opération : livraison de biens et prestation de services',
    },
    footer: 'Document de démonstration, sans valeur',
  },
};

const client = {
  name: 'Atelier Fontaine SARL',
  addressLine: '12 rue de la Liberté',
  postcode: '21000',
  city: 'Dijon',
  siren: '987654324',
  email: 'achats@demo.invalid',
};

/**
 * Tariff, seller and an external client.
 * @param {import('../lib/api-client.mjs').ApiClient} api
 * @param {{ keep: <T>(key: string, make: () => Promise<T> | T) => Promise<T> | T }} state
 * @param {{ from?: string }} [options] the day from which the seller's settings are in force
 * @returns {Promise<{ organisationId: string }>}
 */
export async function seedBilling(api, state, { from = seller.inForceFrom } = {}) {
  await state.keep('tariff', async () => (await api.post('/api/v1/tariffs', tariff)).id);
  await state.keep('seller', async () => {
    await api.put('/api/v1/settings/seller', { ...seller, inForceFrom: from });
    return true;
  });
  const organisationId = await state.keep(
    'client',
    async () => (await api.post('/api/v1/organisations', client)).id,
  );
  return { organisationId };
}

const FORMER_CLIENTS = {
  theatre: { name: 'Théâtre de l’Horizon', addressLine: '4 place du Marché', siren: '111222337' },
  college: { name: 'Collège des Coteaux', addressLine: '18 rue des Vignes', siren: '444555668' },
};

/**
 * Clients who had something made before.
 * @returns {Promise<Record<string, string>>} their ids
 */
export async function seedClients(api) {
  /** @type {Record<string, string>} */
  const ids = {};
  for (const [key, fields] of Object.entries(FORMER_CLIENTS)) {
    const place = { postcode: '21000', city: 'Dijon' };
    ids[key] = (await api.post('/api/v1/organisations', { ...fields, ...place })).id;
  }
  return ids;
}

/** Hours of work, as a line of an order. */
const hours = (label, quantity, activity) => ({
  ...{ label, quantity, unit: 'HUR', unitPrice: '45.00', basis: 1, activity, nature: 'services' },
  ...{ details: [], discounts: [], stageId: null },
});

/**
 * Clients' orders of the last weeks, each with a print and its invoice, the oldest first.
 * @param {Record<string, string>} clients by key
 * @param {object[]} files that were read
 */
export function pastOrders({ theatre, college }, files) {
  const file = (material) => files.find((each) => each.material === material);
  return [
    {
      ...{ organisationId: theatre, title: 'Accessoires de scène', daysAgo: 13, machine: 'serial' },
      ...{ file: file('PLA'), line: hours('Modélisation des accessoires', '3', 'advice') },
    },
    {
      ...{
        organisationId: college,
        title: 'Engrenages pour la classe de technologie',
        daysAgo: 9,
        machine: 'tcp',
      },
      ...{ file: file('PETG'), line: hours('Atelier en classe', '2', 'training') },
    },
    {
      ...{ organisationId: theatre, title: 'Pieds de décor', daysAgo: 4, machine: 'bridge' },
      ...{ file: file('PLA'), line: hours('Préparation des fichiers', '1.5', 'advice') },
    },
  ];
}
