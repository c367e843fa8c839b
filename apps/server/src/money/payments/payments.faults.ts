import type { ServerFaults } from '../../platform/kit/faults';

export const paymentsFaults = {
  'CASH.LATER_COUNT': {
    status: 409,
    en: ['This till was counted on {day}, after this day.', 'Count it today.'],
    fr: ['Cette caisse a été comptée le {day}, après ce jour.', 'Comptez-la aujourd’hui.'],
  },
  'CASH.REASON_MISSING': {
    status: 409,
    en: [
      'The book expects {expectedCents}: the count differs by {differenceCents}.',
      'Count again, look for a payment that was not recorded, or enter the reason.',
    ],
    fr: [
      'Le livre attend {expectedCents} : l’écart est de {differenceCents}.',
      'Recomptez, cherchez un encaissement oublié, ou indiquez la raison.',
    ],
  },
  'PAYMENT.ABOVE_ALLOTTED': {
    status: 409,
    en: [
      'The payment {payment} gives {givenCents} to {number}: {askedCents} cannot be taken back.',
      'Take back less.',
    ],
    fr: [
      'L’encaissement {payment} apporte {givenCents} à {number}. On ne peut pas en reprendre {askedCents}.',
      'Reprenez moins.',
    ],
  },
  'PAYMENT.ABOVE_BALANCE': {
    status: 409,
    en: [
      'The account of this client holds {balanceCents}: {askedCents} cannot be refunded.',
      'Refund less, or take back first what a payment settled too much.',
    ],
    fr: [
      'Le compte de ce client contient {balanceCents}. On ne peut pas rembourser {askedCents}.',
      'Remboursez moins, ou reprenez d’abord ce qu’un encaissement a réglé en trop.',
    ],
  },
  'PAYMENT.ABOVE_LEFT': {
    status: 409,
    en: [
      'Of the payment {number}, {leftCents} is left: {askedCents} is too much.',
      'Another person may have used it meanwhile. Load the page again, and allot less.',
    ],
    fr: [
      'De l’encaissement {number}, il reste {leftCents} : {askedCents} est trop.',
      'Une autre personne l’a peut-être utilisé. Rechargez la page, puis affectez moins.',
    ],
  },
  'PAYMENT.ABOVE_OPEN': {
    status: 409,
    en: [
      'Of {number}, {openCents} is open: {askedCents} is too much.',
      'Allot what is open. The rest stays on the client’s account.',
    ],
    fr: [
      'De {number}, il reste {openCents} à payer : {askedCents} est trop.',
      'Affectez ce qui reste dû. Le surplus reste sur le compte du client.',
    ],
  },
  'PAYMENT.CREDITED': {
    status: 409,
    en: [
      '{number} was credited in full: nothing of it is to be paid.',
      'Leave the money on the client’s account, or refund it.',
    ],
    fr: [
      'Un avoir annule {number} en entier : il ne reste rien à payer.',
      'Laissez l’argent sur le compte du client, ou remboursez-le.',
    ],
  },
  'PAYMENT.DOCUMENT_NOT_PAYABLE': {
    status: 409,
    en: [
      'Only issued invoices and deposits can be paid, not {number}.',
      'Choose an issued invoice or deposit.',
    ],
    fr: [
      'On paie seulement des factures et des acomptes émis, pas {number}.',
      'Choisissez une facture ou un acompte émis.',
    ],
  },
  'PAYMENT.IN_FUTURE': {
    status: 409,
    en: [
      'The day of the payment, {day}, is after today, {today}.',
      'Enter the day on which the money moved. If today is wrong, correct the clock of the server.',
    ],
    fr: [
      'Le jour de l’encaissement, le {day}, est après aujourd’hui, le {today}.',
      'Indiquez le jour du mouvement. Si la date d’aujourd’hui est fausse, corrigez l’horloge du serveur.',
    ],
  },
  'PAYMENT.IS_REVERSAL': {
    status: 409,
    en: ['{number} undoes another entry, and cannot be undone itself.', 'Record the payment again.'],
    fr: ['{number} annule déjà un autre mouvement.', 'Enregistrez de nouveau l’encaissement.'],
  },
  'PAYMENT.MEANS_UNKNOWN': {
    status: 409,
    en: [
      'The means of payment “{means}” is not offered on {day}.',
      'Choose another, or offer it in the settings of payments.',
    ],
    fr: [
      'Le moyen de paiement « {means} » n’est pas proposé le {day}.',
      'Choisissez-en un autre, ou proposez-le dans les réglages des encaissements.',
    ],
  },
  'PAYMENT.NOTHING_TOO_MUCH': {
    status: 409,
    en: ['Nothing was paid too much for {number}.', 'Load the page again.'],
    fr: ['Rien n’a été payé en trop pour {number}.', 'Rechargez la page.'],
  },
  'PAYMENT.NOT_ALLOTTABLE': {
    status: 409,
    en: [
      '{number} cannot settle documents: it is a refund, undoes another entry, or belongs to a member.',
      'Choose a payment of a client.',
    ],
    fr: [
      '{number} ne peut pas régler de document : c’est un remboursement, une annulation, ou l’argent d’un membre.',
      'Choisissez l’encaissement d’un client.',
    ],
  },
  'PAYMENT.OF_MEMBER': {
    status: 409,
    en: ['{number} belongs to the prepaid account of a member.', 'Use the page of the member’s account.'],
    fr: ['{number} concerne le compte prépayé d’un membre.', 'Passez par la page du compte de ce membre.'],
  },
  'PAYMENT.OTHER_CLIENT': {
    status: 409,
    en: [
      'The payment {payment} is on the account of another client than {number}.',
      'Choose a document of the same client, or undo the payment and record it for the right client.',
    ],
    fr: [
      'L’encaissement {payment} est sur le compte d’un autre client que {number}.',
      'Choisissez un document du même client, ou annulez l’encaissement et enregistrez-le pour le bon client.',
    ],
  },
  'PAYMENT.UNDONE': {
    status: 409,
    en: ['The payment {number} was undone.', 'Record the money again if it came after all.'],
    fr: ['L’encaissement {number} est annulé.', 'Enregistrez-le de nouveau si l’argent est bien arrivé.'],
  },
} satisfies ServerFaults;
