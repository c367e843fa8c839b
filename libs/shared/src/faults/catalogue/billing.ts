import { entries } from '../entry';

/** Tariffs, prestations and invoices. */
export const billingFaults = entries({
  'BILLING.ALREADY_INVOICED': {
    status: 409,
    en: [
      'The prestation {reference} is already invoiced.',
      'Issued invoices never change; correct it with a credit note.',
    ],
    fr: [
      'La prestation {reference} est déjà facturée.',
      'Une facture émise ne change pas ; corrigez-la par un avoir.',
    ],
  },
  'BILLING.AMOUNT_TOO_LARGE': {
    status: 422,
    en: [
      'With this line the prestation {reference} would exceed 999,999,999.99 €.',
      'Check the quantity and the price, or open another prestation.',
    ],
    fr: [
      'Avec cette ligne, la prestation {reference} dépasserait 999 999 999,99 €.',
      'Vérifiez la quantité et le prix, ou ouvrez une autre prestation.',
    ],
  },
  'BILLING.PRESTATION_UNKNOWN': {
    status: 422,
    en: ['There is no prestation {id}.', 'Choose one from the list of open prestations.'],
    fr: ['Il n’y a pas de prestation {id}.', 'Choisissez-en une dans la liste des prestations ouvertes.'],
  },
  'BILLING.ORGANISATION_UNKNOWN': {
    status: 422,
    en: ['There is no organisation {id}.', 'Choose one from the list, or create it first.'],
    fr: ['Il n’y a pas d’organisation {id}.', 'Choisissez-en une dans la liste, ou créez-la d’abord.'],
  },
  'BILLING.TARIFF_UNKNOWN': {
    status: 422,
    en: ['There is no tariff {id}.', 'Choose one from the list, or leave it out for the standard tariff.'],
    fr: [
      'Il n’y a pas de tarif {id}.',
      'Choisissez-en un dans la liste, ou omettez-le pour le tarif courant.',
    ],
  },
  'BILLING.NO_TARIFF': {
    status: 409,
    en: [
      'Prints of the prestation {reference} have no price: the network has no tariff yet.',
      'Publish a tariff: they are priced at once. Then issue the invoice again.',
    ],
    fr: [
      'Des impressions de la prestation {reference} n’ont pas de prix : le réseau n’a pas encore de tarif.',
      'Publiez un tarif : elles sont chiffrées aussitôt. Émettez ensuite la facture.',
    ],
  },
  'BILLING.PRINTS_PENDING': {
    status: 409,
    en: [
      'Prints of the prestation {reference} are still under way: {count}.',
      'Wait until they have ended, or cancel them, and issue the invoice then.',
    ],
    fr: [
      'Des impressions de la prestation {reference} sont encore en cours : {count}.',
      'Attendez qu’elles soient finies, ou annulez-les, puis émettez la facture.',
    ],
  },
  'BILLING.NOTHING_TO_INVOICE': {
    status: 409,
    en: [
      'There is nothing to invoice on the prestation {reference}.',
      'Add a line with an amount. Free access is recorded as usage and never invoiced.',
    ],
    fr: [
      'Il n’y a rien à facturer sur la prestation {reference}.',
      'Ajoutez une ligne avec un montant. L’accès gratuit est enregistré comme usage et n’est jamais facturé.',
    ],
  },
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
  'BILLING.ACTIVITY_NOT_TAXED': {
    status: 409,
    en: [
      'The seller’s settings do not say how the activity “{activity}” is taxed.',
      'Use one of these activities on the line, or add it to the settings: {known}.',
    ],
    fr: [
      'Les réglages du vendeur ne disent pas comment l’activité « {activity} » est taxée.',
      'Utilisez l’une de ces activités sur la ligne, ou ajoutez-la aux réglages : {known}.',
    ],
  },
  'BILLING.DATE_BEFORE_LAST': {
    status: 409,
    en: [
      'Today would be {today}, before the last document of this series ({last}).',
      'Correct the server’s date and try again: documents are numbered in the order of their dates.',
    ],
    fr: [
      'Nous serions le {today}, avant le dernier document de cette série ({last}).',
      'Corrigez la date du serveur et réessayez : les documents sont numérotés dans l’ordre de leurs dates.',
    ],
  },
});
