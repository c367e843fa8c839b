import type { Words } from '../../i18n/words';

export const fr = {
  title: 'Soldes des clients',
  intro: 'Ce que les clients doivent au {{day}}, selon le retard. Les montants sont TTC.',
  none: 'Aucun client ne doit d’argent.',
  noneCure: 'Les factures émises et non réglées s’affichent ici.',
  search: 'Chercher un client',
  client: 'Client',
  ages: {
    notDueCents: 'Pas encore dû',
    upTo30Cents: '1 à 30 jours',
    upTo60Cents: '31 à 60 jours',
    upTo90Cents: '61 à 90 jours',
    olderCents: 'Plus de 90 jours',
  },
  short: {
    notDueCents: 'Non dû',
    upTo30Cents: '1–30 j',
    upTo60Cents: '31–60 j',
    upTo90Cents: '61–90 j',
    olderCents: '> 90 j',
  },
  open: 'Reste à payer',
  onAccountShort: 'En compte',
};

export const en: Words<typeof fr> = {
  title: 'Balances of clients',
  intro: 'What clients owe on {{day}}, by how long it is late. Amounts are with tax.',
  none: 'No client owes money.',
  noneCure: 'Invoices that are issued and not paid are shown here.',
  search: 'Search a client',
  client: 'Client',
  ages: {
    notDueCents: 'Not due yet',
    upTo30Cents: '1 to 30 days',
    upTo60Cents: '31 to 60 days',
    upTo90Cents: '61 to 90 days',
    olderCents: 'More than 90 days',
  },
  short: {
    notDueCents: 'Not due',
    upTo30Cents: '1–30 d',
    upTo60Cents: '31–60 d',
    upTo90Cents: '61–90 d',
    olderCents: '> 90 d',
  },
  open: 'Still to pay',
  onAccountShort: 'On account',
};
