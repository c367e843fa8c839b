import type { ServerFaults } from '../../platform/kit/faults';

export const prestationsFaults = {
  'BILLING.ALREADY_INVOICED': {
    status: 409,
    en: [
      'The client order {reference} is already invoiced.',
      'An issued invoice never changes: correct it with a credit note.',
    ],
    fr: [
      'La prestation {reference} est déjà facturée.',
      'Une facture émise ne change jamais : corrigez-la par un avoir.',
    ],
  },
  'BILLING.AMOUNT_TOO_LARGE': {
    status: 422,
    en: [
      'With this line the client order {reference} would exceed 999,999,999.99 €.',
      'Check the quantity and the price, or create another client order.',
    ],
    fr: [
      'Avec cette ligne, la prestation {reference} dépasserait 999 999 999,99 €.',
      'Vérifiez la quantité et le prix, ou créez une autre prestation.',
    ],
  },
  'BILLING.PRESTATION_UNKNOWN': {
    status: 422,
    en: ['There is no client order {id}.', 'Choose one from the list of open client orders.'],
    fr: ['Il n’y a pas de prestation {id}.', 'Choisissez-en une dans la liste des prestations ouvertes.'],
  },
  'BILLING.ORGANISATION_UNKNOWN': {
    status: 422,
    en: ['There is no client {id}.', 'Choose one from the list, or register the client first.'],
    fr: ['Il n’y a pas de client {id}.', 'Choisissez-en un dans la liste, ou enregistrez-le d’abord.'],
  },
  'BILLING.TARIFF_UNKNOWN': {
    status: 422,
    en: [
      'There is no tariff {id}.',
      'Choose one from the list, or leave it out: the standard tariff then applies.',
    ],
    fr: [
      'Il n’y a pas de tarif {id}.',
      'Choisissez-en un dans la liste, ou n’en indiquez pas : le tarif habituel s’applique alors.',
    ],
  },
} satisfies ServerFaults;
