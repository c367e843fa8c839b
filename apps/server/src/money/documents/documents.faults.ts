import type { ServerFaults } from '../../platform/kit/faults';

export const documentsFaults = {
  'BILLING.NO_TARIFF': {
    status: 409,
    en: [
      'Prints of the client order {reference} have no price: the network has no tariff yet.',
      'Publish a tariff: these prints get their price immediately. Then issue the invoice again.',
    ],
    fr: [
      'Des impressions de la prestation {reference} n’ont pas de prix : le réseau n’a pas encore de tarif.',
      'Publiez un tarif : ces impressions reçoivent aussitôt leur prix. Émettez ensuite la facture.',
    ],
  },
  'BILLING.PRINTS_PENDING': {
    status: 409,
    en: [
      'Prints of the client order {reference} are still in progress: {count}.',
      'Wait until they have ended, or cancel them; then issue the invoice.',
    ],
    fr: [
      'Des impressions de la prestation {reference} sont encore en cours : {count}.',
      'Attendez qu’elles soient finies, ou annulez-les, puis émettez la facture.',
    ],
  },
  'BILLING.NOTHING_TO_INVOICE': {
    status: 409,
    en: [
      'There is nothing to invoice on the client order {reference}.',
      'Add a line with an amount. Free prints are recorded, but never invoiced.',
    ],
    fr: [
      'Il n’y a rien à facturer sur la prestation {reference}.',
      'Ajoutez une ligne avec un montant. Les impressions gratuites sont enregistrées, mais jamais facturées.',
    ],
  },
  'BILLING.ACTIVITY_NOT_TAXED': {
    status: 409,
    en: [
      'The seller’s settings do not say how the activity “{activity}” is taxed.',
      'Choose one of these activities for the line: {known}; or add the new activity to the settings.',
    ],
    fr: [
      'Les réglages du vendeur ne disent pas comment l’activité « {activity} » est taxée.',
      'Choisissez pour la ligne l’une de ces activités : {known} ; ou ajoutez la nouvelle activité aux réglages.',
    ],
  },
  'BILLING.DATE_BEFORE_LAST': {
    status: 409,
    en: [
      'The server’s date is {today}, before the last document of this series ({last}).',
      'Correct the server’s date and try again: documents are numbered in the order of their dates.',
    ],
    fr: [
      'La date du serveur est le {today}, avant le dernier document de cette série ({last}).',
      'Corrigez la date du serveur et réessayez : les documents sont numérotés dans l’ordre de leurs dates.',
    ],
  },
} satisfies ServerFaults;
