import type { Words } from '../../i18n/words';

export const fr = {
  title: 'Rechercher',
  label: 'Une pièce, une personne, un client, une facture, une bobine, une page…',
  hint: 'Les flèches choisissent, Entrée ouvre, Échap ferme.',
  none: 'Rien ne correspond à « {{q}} ».',
  noneCure: 'Vérifiez l’orthographe, ou écrivez seulement le début des mots.',
  results_one: '{{count}} résultat',
  results_other: '{{count}} résultats',
  kind: {
    page: 'Pages',
    job: 'Impressions',
    member: 'Membres',
    group: 'Groupes',
    organisation: 'Clients',
    prestation: 'Prestations',
    document: 'Devis, factures et avoirs',
    spool: 'Bobines',
    machine: 'Machines',
    lab: 'Labs',
  },
};

export const en: Words<typeof fr> = {
  title: 'Search',
  label: 'A part, a person, a client, an invoice, a spool, a page…',
  hint: 'Arrows choose, Enter opens, Escape closes.',
  none: 'Nothing matches “{{q}}”.',
  noneCure: 'Check the spelling, or type only the first letters of the words.',
  results_one: '{{count}} result',
  results_other: '{{count}} results',
  kind: {
    page: 'Pages',
    job: 'Prints',
    member: 'Members',
    group: 'Groups',
    organisation: 'Clients',
    prestation: 'Client orders',
    document: 'Quotes, invoices and credit notes',
    spool: 'Spools',
    machine: 'Machines',
    lab: 'Labs',
  },
};
