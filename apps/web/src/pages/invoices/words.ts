import type { Words } from '../../i18n/words';

export const fr = {
  title: 'Factures',
  search: 'Chercher une facture',
  none: 'Aucune facture.',
  noneCure: 'Une facture s’établit depuis la page d’une prestation.',
  toPrestations: 'Voir les prestations à facturer',
  number: 'Numéro',
  client: 'Client',
  subject: 'Objet',
  issuedOn: 'Établie le',
  dueOn: 'À payer avant le',
  net: 'Montant HT',
  gross: 'Net à payer',
  paper: 'Document',
  pdfOf: '– facture {{number}} (nouvel onglet)',
};

export const en: Words<typeof fr> = {
  title: 'Invoices',
  search: 'Search for an invoice',
  none: 'No invoice.',
  noneCure: 'An invoice is issued on the page of a client order.',
  toPrestations: 'See the client orders to be invoiced',
  number: 'Number',
  client: 'Client',
  subject: 'Subject',
  issuedOn: 'Issued on',
  dueOn: 'To be paid by',
  net: 'Net amount',
  gross: 'To be paid',
  paper: 'Document',
  pdfOf: '– invoice {{number}} (new tab)',
};
