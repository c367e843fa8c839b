import type { ServerFaults } from '../../platform/kit/faults';

export const organisationsFaults = {
  'ORGANISATION.UNKNOWN': {
    status: 404,
    en: ['There is no such client.', 'Search for the client by name.'],
    fr: ['Ce client n’existe pas.', 'Cherchez-le par son nom.'],
  },
  'ORGANISATION.UNKNOWN_CONTACT': {
    status: 404,
    en: ['This client has no such contact.', 'Reload the list of the client’s contacts.'],
    fr: ['Ce client n’a pas ce contact.', 'Rechargez la liste des contacts du client.'],
  },
  'ORGANISATION.SIRET_MISSING': {
    status: 422,
    en: [
      'The SIRET is missing: without it, a public body cannot be invoiced.',
      'Look for it on the client’s papers or at annuaire-entreprises.data.gouv.fr.',
    ],
    fr: [
      'Le SIRET manque : sans lui, un organisme public ne peut pas être facturé.',
      'Cherchez-le sur les papiers du client ou sur annuaire-entreprises.data.gouv.fr.',
    ],
  },
  'ORGANISATION.NUMBERS_DISAGREE': {
    status: 422,
    en: [
      'The SIRET {siret} does not begin with the SIREN {siren}.',
      'Check both on the client’s papers: a SIRET is the SIREN followed by five digits.',
    ],
    fr: [
      'Le SIRET {siret} ne commence pas par le SIREN {siren}.',
      'Vérifiez les deux sur les papiers du client : un SIRET est le SIREN suivi de cinq chiffres.',
    ],
  },
  'ORGANISATION.PERSON_NUMBERS': {
    status: 422,
    en: [
      'A private person has neither SIREN nor SIRET nor VAT number.',
      'Empty these fields, or choose another kind of client.',
    ],
    fr: [
      'Un particulier n’a ni SIREN, ni SIRET, ni numéro de TVA.',
      'Videz ces champs, ou choisissez un autre type de client.',
    ],
  },
} satisfies ServerFaults;
