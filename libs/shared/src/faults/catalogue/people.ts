import { entries } from '../entry';

/** Members and organisations. */
export const peopleFaults = entries({
  'MEMBER.UNKNOWN': {
    status: 404,
    en: ['There is no such member.', 'Search for the member by name.'],
    fr: ['Ce membre n’existe pas.', 'Cherchez-le par son nom.'],
  },
  'MEMBER.UNKNOWN_LAB': {
    status: 422,
    en: ['The home lab does not exist.', 'Choose one of the network’s labs, or none.'],
    fr: ['Le lab de rattachement n’existe pas.', 'Choisissez un lab du réseau, ou aucun.'],
  },
  'MEMBER.UNKNOWN_CATEGORY': {
    status: 422,
    en: ['Nobody can be registered as “{category}”.', 'Choose one of: {known}.'],
    fr: ['Personne ne peut être inscrit comme « {category} ».', 'Choisissez parmi : {known}.'],
  },
  'MEMBER.RESIDENCY_PAST': {
    status: 422,
    en: [
      'This proof of residence is no longer good.',
      'Ask for a newer one, and give the day until which it is good.',
    ],
    fr: [
      'Ce justificatif de domicile n’est plus valable.',
      'Demandez-en un plus récent, et donnez le jour jusqu’auquel il vaut.',
    ],
  },
  'MEMBER.HAS_ACCOUNT': {
    status: 409,
    en: ['This member already has an account.', 'They sign in with the address {email}.'],
    fr: ['Ce membre a déjà un compte.', 'Il se connecte avec l’adresse {email}.'],
  },
  'MEMBER.REGISTRATION_CLOSED': {
    status: 403,
    en: [
      'Nobody can register by themselves in this lab.',
      'Choose a lab that allows it, or ask the staff of this one to invite you.',
    ],
    fr: [
      'Ce lab n’accepte pas d’inscription en ligne.',
      'Choisissez un lab qui l’accepte, ou demandez une invitation à l’équipe de celui-ci.',
    ],
  },
  'ORGANISATION.UNKNOWN': {
    status: 404,
    en: ['There is no such organisation.', 'Search for it by name.'],
    fr: ['Cette organisation n’existe pas.', 'Cherchez-la par son nom.'],
  },
  'ORGANISATION.NUMBERS_DISAGREE': {
    status: 422,
    en: [
      'The SIRET {siret} does not begin with the SIREN {siren}.',
      'Check both on the organisation’s papers: a SIRET is the SIREN and five digits more.',
    ],
    fr: [
      'Le SIRET {siret} ne commence pas par le SIREN {siren}.',
      'Vérifiez les deux sur les papiers de l’organisation : un SIRET est le SIREN suivi de cinq chiffres.',
    ],
  },
});
