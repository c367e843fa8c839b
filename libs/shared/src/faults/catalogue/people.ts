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
  'MEMBER.RESIDENCY_ENDS_SOON': {
    status: 409,
    en: [
      'Your proof of residence is good until {until}: what you print after that is charged.',
      'Bring a newer one to a lab before then.',
    ],
    fr: [
      'Votre justificatif de domicile vaut jusqu’au {until} : vos impressions suivantes seront payantes.',
      'Apportez-en un plus récent dans un lab avant cette date.',
    ],
  },
  'MEMBER.RESIDENCY_EXPIRED': {
    status: 409,
    en: [
      'Your proof of residence was good until {until}: what you print is charged.',
      'Bring a newer one to a lab.',
    ],
    fr: [
      'Votre justificatif de domicile valait jusqu’au {until} : vos impressions sont payantes.',
      'Apportez-en un plus récent dans un lab.',
    ],
  },
  'MEMBER.TWICE': {
    status: 409,
    en: [
      '{name} already has this e-mail address.',
      'Look whether it is the same person; members of a family who share an address are registered with ?evenIf=same-email.',
    ],
    fr: [
      '{name} a déjà cette adresse e-mail.',
      'Voyez si c’est la même personne ; les membres d’une famille qui partagent une adresse s’inscrivent avec ?evenIf=same-email.',
    ],
  },
  'MEMBER.TWICE_ELSEWHERE': {
    status: 409,
    en: [
      'A member whom your lab does not know already has this e-mail address.',
      'Ask an administrator; members of a family who share an address are registered with ?evenIf=same-email.',
    ],
    fr: [
      'Un membre que votre lab ne connaît pas a déjà cette adresse e-mail.',
      'Demandez à une personne qui administre le service ; les membres d’une famille qui partagent une adresse s’inscrivent avec ?evenIf=same-email.',
    ],
  },
  'MEMBER.NO_BILLING_IDENTITY': {
    status: 404,
    en: ['Nobody has said yet to whom to make out invoices.', 'Record name and address first.'],
    fr: ['Personne n’a encore dit à qui adresser les factures.', 'Enregistrez d’abord nom et adresse.'],
  },
  'CATEGORY.UNKNOWN': {
    status: 404,
    en: ['There is no category {code}.', 'Look for it in the list of categories.'],
    fr: ['La catégorie {code} n’existe pas.', 'Cherchez-la dans la liste des catégories.'],
  },
  'CATEGORY.TAKEN': {
    status: 409,
    en: [
      'There is a category {code} already.',
      'Choose another code, or restore the category if it is retired.',
    ],
    fr: [
      'La catégorie {code} existe déjà.',
      'Choisissez un autre code, ou rétablissez la catégorie si elle est retirée.',
    ],
  },
  'CATEGORY.DEFAULT': {
    status: 409,
    en: [
      'Members of whom nothing else is said are {code}: this category stays.',
      'Rename it if its name is wrong.',
    ],
    fr: [
      'Les membres dont on ne dit rien d’autre sont {code} : cette catégorie reste.',
      'Renommez-la si son nom ne va pas.',
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
  'MEMBER.GUARDIAN_ONESELF': {
    status: 403,
    en: [
      'Nobody makes themselves the guardian of a member.',
      'Ask another manager of the member’s home lab, or another administrator.',
    ],
    fr: [
      'Personne ne se désigne soi-même comme tuteur d’un membre.',
      'Adressez-vous à une autre personne qui gère son lab de rattachement, ou qui administre le service.',
    ],
  },
  'MEMBER.NOT_HOME_LAB': {
    status: 403,
    en: [
      'Only managers of the member’s home lab decide who answers for a member, until when, and which lab is theirs.',
      'Ask a manager of that lab, or an administrator. Somebody new needs a home lab first.',
    ],
    fr: [
      'Seules les personnes qui gèrent le lab de rattachement décident du tuteur d’un membre, de sa minorité et de son lab.',
      'Adressez-vous à une personne de ce lab, ou qui administre le service. Un nouveau membre a d’abord besoin d’un lab.',
    ],
  },
  'MEMBER.NOT_KNOWN': {
    status: 403,
    en: [
      'Your lab does not know this member.',
      'Ask the member to submit something in your lab first, or ask an administrator.',
    ],
    fr: [
      'Votre lab ne connaît pas ce membre.',
      'Demandez-lui de déposer d’abord un fichier dans votre lab, ou adressez-vous à une personne qui administre le service.',
    ],
  },
  'MEMBER.OF_STAFF': {
    status: 403,
    en: ['This member belongs to the staff.', 'Ask an administrator to change that.'],
    fr: [
      'Ce membre fait partie de l’équipe.',
      'Demandez ce changement à une personne qui administre le service.',
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
  'MEMBER.NO_ACCOUNT': {
    status: 409,
    en: ['This member has no account.', 'Invite them to open one.'],
    fr: ['Ce membre n’a pas de compte.', 'Invitez-le à en ouvrir un.'],
  },
  'MEMBER.ACCOUNT_DISABLED': {
    status: 409,
    en: ['The account of this member is disabled.', 'An administrator can open it again.'],
    fr: ['Le compte de ce membre est fermé.', 'Une personne qui administre le service peut le rouvrir.'],
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
  'ORGANISATION.UNKNOWN_CONTACT': {
    status: 404,
    en: ['There is no such contact at this organisation.', 'Reload the list of its contacts.'],
    fr: ['Ce contact n’existe pas dans cette organisation.', 'Rechargez la liste de ses contacts.'],
  },
  'ORGANISATION.SIRET_MISSING': {
    status: 422,
    en: [
      'A public body is invoiced by its SIRET, which is missing.',
      'Find it on its papers or at annuaire-entreprises.data.gouv.fr.',
    ],
    fr: [
      'Un organisme public se facture par son SIRET, qui manque.',
      'Cherchez-le sur ses papiers ou sur annuaire-entreprises.data.gouv.fr.',
    ],
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
