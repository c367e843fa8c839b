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
  'SELLER.LOGO_TOO_LARGE': {
    status: 422,
    en: ['The logo has more than 1 MB.', 'Choose a smaller picture.'],
    fr: ['Le logo dépasse 1 Mo.', 'Choisissez une image plus petite.'],
  },
  'SELLER.LOGO_UNFIT': {
    status: 422,
    en: ['The logo is no PNG or JPEG picture.', 'Save the logo as PNG and send it again.'],
    fr: [
      'Le logo n’est pas une image PNG ou JPEG.',
      'Enregistrez le logo en PNG, puis envoyez-le de nouveau.',
    ],
  },
  'SELLER.LOGO_UNKNOWN': {
    status: 422,
    en: ['The logo of these settings was not sent.', 'Send the picture first, then save the settings.'],
    fr: [
      'Le logo de ces réglages n’a pas été envoyé.',
      'Envoyez d’abord l’image, puis enregistrez les réglages.',
    ],
  },
} satisfies ServerFaults;
