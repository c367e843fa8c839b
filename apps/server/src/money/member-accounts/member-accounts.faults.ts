import type { ServerFaults } from '../../platform/kit/faults';

export const memberAccountsFaults = {
  'ACCOUNT.NO_ORGANISATION': {
    status: 409,
    en: ['This group belongs to no organisation.', 'Choose the organisation of the group first.'],
    fr: ['Ce groupe n’appartient à aucune organisation.', 'Choisissez d’abord l’organisation du groupe.'],
  },
  'ACCOUNT.NOT_LEADER': {
    status: 409,
    en: ['This person does not lead the group.', 'Choose one of the leaders of the group.'],
    fr: ['Cette personne ne dirige pas le groupe.', 'Choisissez une des personnes qui dirigent le groupe.'],
  },
  'ACCOUNT.TOO_LITTLE': {
    status: 409,
    en: [
      'The account holds {leftCents} that are not reserved; {askedCents} is more.',
      'Pay back at most this amount, or wait until the prints have ended.',
    ],
    fr: [
      'Le compte contient {leftCents} non réservés ; {askedCents} est plus que cela.',
      'Remboursez au plus ce montant, ou attendez la fin des impressions.',
    ],
  },
  'ACCOUNT.NO_TOP_UP': {
    status: 404,
    en: ['This entry is no top-up.', 'Choose a top-up in the list of entries.'],
    fr: ['Ce mouvement n’est pas une recharge.', 'Choisissez une recharge dans la liste des mouvements.'],
  },
  'ACCOUNT.NO_ADDRESS': {
    status: 409,
    en: [
      'An invoice needs the name and the address of the member.',
      'Enter them in the member’s details, under invoices.',
    ],
    fr: [
      'Une facture demande le nom et l’adresse du membre.',
      'Saisissez-les dans les coordonnées du membre, rubrique factures.',
    ],
  },
  'ACCOUNT.NOTHING_TO_INVOICE': {
    status: 409,
    en: ['Nothing was charged since the last invoice.', 'A free print is on no invoice.'],
    fr: [
      'Rien n’a été débité depuis la dernière facture.',
      'Une impression gratuite n’est sur aucune facture.',
    ],
  },
  'ACCOUNT.INVOICE_DIFFERS': {
    status: 409,
    en: [
      'The invoice would be {invoiceCents}, but the member paid {paidCents}: the VAT settings of past days were changed.',
      'Put the VAT settings of these days right, then make the invoice again.',
    ],
    fr: [
      'La facture serait de {invoiceCents}, mais le membre a payé {paidCents} : les réglages de TVA de jours passés ont changé.',
      'Rétablissez les réglages de TVA de ces jours, puis refaites la facture.',
    ],
  },
} satisfies ServerFaults;
