import type { SellerSettingsBody } from '../../apps/server/src/billing/seller/seller.schema';

/** A fictitious association, taxed for prints and exempt for training. Its wordings are those of November 2026. */
export const sellerSettings: SellerSettingsBody = {
  name: 'Association Les Ateliers',
  legalForm: 'Association loi 1901',
  addressLine: '1 rue de l’Exemple',
  postcode: '21000',
  city: 'Dijon',
  countryCode: 'FR',
  siren: '123456782',
  siret: '12345678200010',
  vatNumber: 'FR32123456782',
  rna: 'W212000000',
  email: 'compta@exemple.fr',
  phone: '03 80 00 00 00',
  website: null,
  iban: 'FR76 3000 6000 0112 3456 7890 189',
  bic: 'AGRIFRPP',
  vat: {
    regime: 'split',
    activities: {
      printing: { categoryCode: 'S', rateBasisPoints: 2000, exemptionCode: null, exemptionText: null },
      training: {
        categoryCode: 'E',
        rateBasisPoints: 0,
        exemptionCode: 'VATEX-FR-CGI261-7',
        exemptionText: 'Exonération de TVA, article 261-7-1° du CGI',
      },
    },
  },
  printing: { activity: 'printing', nature: 'services' },
  paymentTermDays: 30,
  wordings: {
    latePenalty: 'Pénalités de retard : trois fois le taux d’intérêt légal',
    earlyPayment: 'Pas d’escompte pour paiement anticipé',
    recoveryIndemnity: 'Indemnité forfaitaire pour frais de recouvrement : 40 €',
    vatOnDebits: 'Option pour le paiement de la taxe d’après les débits',
    operationCategory: {
      goods: 'Catégorie d’opération : livraison de biens',
      services: 'Catégorie d’opération : prestation de services',
      mixed: 'Catégorie d’opération : livraison de biens et prestation de services',
    },
    footer: null,
  },
};
