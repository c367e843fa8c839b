import type { ServerFaults } from '../../platform/kit/faults';

export const cardPaymentsFaults = {
  'CARD.AMOUNT_UNFIT': {
    status: 409,
    en: ['Of {number}, {openCents} is open: the card service does not take this amount.', 'Pay by transfer.'],
    fr: [
      'De {number}, il reste {openCents} à payer : le service de paiement par carte n’accepte pas ce montant.',
      'Payez par virement.',
    ],
  },
  'CARD.EVENT_UNREADABLE': {
    status: 400,
    en: [
      'The message of the card service is signed, but has another form than expected.',
      'Compare the version of the webhook at the provider with the documentation.',
    ],
    fr: [
      'Le message du service de paiement par carte est signé, mais n’a pas la forme attendue.',
      'Comparez la version du webhook chez le prestataire avec la documentation.',
    ],
  },
  'CARD.FORGED': {
    status: 400,
    en: [
      'This message has no valid signature of the card service.',
      'Compare the secret of the webhook and the clock of the server with the provider’s.',
    ],
    fr: [
      'Ce message ne porte pas de signature valable du service de paiement par carte.',
      'Comparez le secret du webhook et l’horloge du serveur avec ceux du prestataire.',
    ],
  },
  'CARD.NOT_BOOKED': {
    status: 503,
    en: [
      'The books refuse this payment for now ({reason}).',
      'The card service sends its message again. Staff see the payment in the list of card payments.',
    ],
    fr: [
      'La comptabilité refuse ce paiement pour le moment ({reason}).',
      'Le service de paiement par carte renvoie son message. L’équipe voit le paiement dans la liste des paiements par carte.',
    ],
  },
  'CARD.NO_PROBLEM': {
    status: 409,
    en: ['This card payment has no open problem.', 'Load the page again.'],
    fr: ['Ce paiement par carte n’a pas de problème en attente.', 'Rechargez la page.'],
  },
  'CARD.OFF': {
    status: 409,
    en: ['This network takes no payment by card here.', 'Pay by transfer, or at the lab.'],
    fr: ['Ce réseau ne prend pas de paiement par carte ici.', 'Payez par virement, ou au lab.'],
  },
  'CARD.UNAVAILABLE': {
    status: 503,
    en: [
      'The card service does not answer. Nothing was paid.',
      'Try again in some minutes, or pay by transfer.',
    ],
    fr: [
      'Le service de paiement par carte ne répond pas. Vous n’avez rien payé.',
      'Réessayez dans quelques minutes, ou payez par virement.',
    ],
  },
} satisfies ServerFaults;
