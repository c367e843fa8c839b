import type { Words } from '../../i18n/words';

export const fr = {
  save: 'Enregistrer le client',
  kind: {
    client: 'Entreprise ou autre client',
    school: 'Établissement scolaire',
    association: 'Association',
    'public-body': 'Organisme public',
    person: 'Particulier',
  },
  field: {
    name: 'Nom',
    kind: 'Type',
    addressLine: 'Adresse',
    postcode: 'Code postal',
    city: 'Ville',
    countryCode: 'Pays',
    siren: 'SIREN',
    siret: 'SIRET',
    vatNumber: 'Numéro de TVA',
    email: 'Adresse e-mail',
    serviceCode: 'Code service',
    engagementNumber: 'Numéro d’engagement',
  },
  personHelp:
    'Un particulier n’a ni SIREN ni numéro de TVA. Ses factures ne citent pas les 40 € de recouvrement.',
  emailHelp: 'Les devis et les factures partent à cette adresse.',
  siretHelp: 'Quatorze chiffres. Obligatoire pour un organisme public.',
  sirenHelp: 'Neuf chiffres. Inutile si vous indiquez le SIRET.',
  onlyInFrance: 'Seulement si le client est immatriculé en France.',
  vatHelp: 'Si le client en a un.',
  vatAbroad:
    'Avec les lettres du pays. Sans ce numéro, un client de l’Union européenne paie la TVA française.',
  useVat: 'Reprendre {{number}}',
  chorus: 'Facturation par Chorus Pro',
  chorusHelp:
    'L’annuaire de Chorus Pro dit ce que cet organisme demande. Cochez-le ici : une facture incomplète sera refusée avant l’envoi.',
  engagementHelp: 'Seulement si le même numéro vaut pour toutes les commandes.',
  requiresServiceCode: 'Cet organisme exige un code service',
  requiresEngagement: 'Cet organisme exige un numéro d’engagement',
};

export const en: Words<typeof fr> = {
  save: 'Register the client',
  kind: {
    client: 'Company or other client',
    school: 'School',
    association: 'Association',
    'public-body': 'Public body',
    person: 'Private person',
  },
  field: {
    name: 'Name',
    kind: 'Kind',
    addressLine: 'Address',
    postcode: 'Postcode',
    city: 'City',
    countryCode: 'Country',
    siren: 'SIREN',
    siret: 'SIRET',
    vatNumber: 'VAT number',
    email: 'E-mail address',
    serviceCode: 'Department code (code service)',
    engagementNumber: 'Commitment number (numéro d’engagement)',
  },
  personHelp:
    'A private person has no SIREN and no VAT number. Their invoices do not name the 40 € of recovery costs.',
  emailHelp: 'Quotes and invoices are sent to this address.',
  siretHelp: 'Fourteen digits. Required for a public body.',
  sirenHelp: 'Nine digits. Not needed if you give the SIRET.',
  onlyInFrance: 'Only if the client is registered in France.',
  vatHelp: 'If the client has one.',
  vatAbroad: 'With the letters of the country. Without it, a client in the European Union pays French VAT.',
  useVat: 'Use {{number}}',
  chorus: 'Invoicing through Chorus Pro',
  chorusHelp:
    'The directory of Chorus Pro says what this body demands. Tick it here: an incomplete invoice is then refused before it is sent.',
  engagementHelp: 'Only if the same number applies to all orders.',
  requiresServiceCode: 'This body demands a department code',
  requiresEngagement: 'This body demands a commitment number',
};
