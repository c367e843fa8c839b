import type { Words } from '../../i18n/words';

export const fr = {
  title: 'Adresse de facturation',
  intro: 'Le nom et l’adresse que portent les factures.',
  none: 'Aucune adresse enregistrée.',
  add: 'Ajouter',
  change: 'Modifier l’adresse de facturation',
  remove: 'Effacer l’adresse de facturation',
  saved: 'L’adresse de facturation est enregistrée.',
  removed: 'L’adresse de facturation est effacée.',
  name: 'Nom sur les factures',
  addressLine: 'Adresse',
  postcode: 'Code postal',
  city: 'Ville',
  countryCode: 'Pays (deux lettres)',
};

export const en: Words<typeof fr> = {
  title: 'Billing address',
  intro: 'The name and address that invoices bear.',
  none: 'No address recorded.',
  add: 'Add',
  change: 'Change the billing address',
  remove: 'Remove the billing address',
  saved: 'The billing address is saved.',
  removed: 'The billing address is removed.',
  name: 'Name on invoices',
  addressLine: 'Address',
  postcode: 'Postcode',
  city: 'City',
  countryCode: 'Country (two letters)',
};
