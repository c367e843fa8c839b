import type { ServerFaults } from '../../platform/kit/faults';

export const sellerFaults = {
  'BILLING.SELLER_MISSING': {
    status: 409,
    en: [
      'The association’s identity and VAT regime are not recorded for {day}.',
      'Record them in the seller’s settings, in force on that day, and issue the invoice again.',
    ],
    fr: [
      'L’identité de l’association et son régime de TVA ne sont pas renseignés pour le {day}.',
      'Renseignez-les dans les réglages du vendeur, en vigueur à cette date, puis émettez la facture.',
    ],
  },
} satisfies ServerFaults;
