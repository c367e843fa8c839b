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
  'MEMBER.GUARDIAN_MISSING': {
    status: 422,
    en: ['Nobody answers for this minor.', 'Register an adult first, and give that member as guardian.'],
    fr: [
      'Personne ne répond de cette personne mineure.',
      'Inscrivez d’abord un adulte, et donnez ce membre comme tuteur.',
    ],
  },
  'MEMBER.GUARDIAN_UNKNOWN': {
    status: 422,
    en: ['The guardian is not a member.', 'Register the guardian first, or choose another member.'],
    fr: ['Le tuteur n’est pas membre.', 'Inscrivez d’abord le tuteur, ou choisissez un autre membre.'],
  },
  'MEMBER.GUARDIAN_MINOR': {
    status: 422,
    en: ['A minor cannot answer for another member.', 'Choose an adult as guardian.'],
    fr: [
      'Une personne mineure ne peut pas répondre d’un autre membre.',
      'Choisissez un adulte comme tuteur.',
    ],
  },
  'MEMBER.GUARDIAN_CIRCLE': {
    status: 422,
    en: [
      'The member would answer for themselves, directly or through others.',
      'Choose a guardian for whom this member does not answer.',
    ],
    fr: [
      'Le membre répondrait de lui-même, directement ou par d’autres.',
      'Choisissez un tuteur dont ce membre ne répond pas.',
    ],
  },
  'MEMBER.HAS_ACCOUNT': {
    status: 409,
    en: ['This member already has an account.', 'They sign in with the address {email}.'],
    fr: ['Ce membre a déjà un compte.', 'Il se connecte avec l’adresse {email}.'],
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
