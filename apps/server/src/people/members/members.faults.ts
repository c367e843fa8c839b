import type { ServerFaults } from '../../platform/kit/faults';

export const membersFaults = {
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
    en: ['Members cannot be registered as “{category}”.', 'Choose one of: {known}.'],
    fr: ['Un membre ne peut pas être inscrit comme « {category} ».', 'Choisissez parmi : {known}.'],
  },
  'MEMBER.RESIDENCY_PAST': {
    status: 422,
    en: [
      'This proof of residence is no longer valid.',
      'Ask for a newer proof, and give the last day on which it is valid.',
    ],
    fr: [
      'Ce justificatif de domicile n’est plus valable.',
      'Demandez un justificatif plus récent, et indiquez le dernier jour où il est valable.',
    ],
  },
  'MEMBER.RESIDENCY_ENDS_SOON': {
    status: 409,
    en: [
      'Your proof of residence is valid until {until}: your prints after that day are charged.',
      'Show a newer proof in a lab before then.',
    ],
    fr: [
      'Votre justificatif de domicile est valable jusqu’au {until} : vos impressions seront payantes après ce jour.',
      'Présentez un justificatif plus récent dans un lab avant cette date.',
    ],
  },
  'MEMBER.RESIDENCY_EXPIRED': {
    status: 409,
    en: [
      'Your proof of residence was valid until {until}: your prints are charged.',
      'Show a newer proof in a lab.',
    ],
    fr: [
      'Votre justificatif de domicile était valable jusqu’au {until} : vos impressions sont payantes.',
      'Présentez un justificatif plus récent dans un lab.',
    ],
  },
  'MEMBER.DUPLICATE': {
    status: 409,
    en: [
      '{name} already has this e-mail address.',
      'Check whether it is the same person; members of a family who share an address are registered with ?evenIf=same-email.',
    ],
    fr: [
      '{name} a déjà cette adresse e-mail.',
      'Vérifiez si c’est la même personne ; les membres d’une famille qui partagent une adresse s’inscrivent avec ?evenIf=same-email.',
    ],
  },
  'MEMBER.DUPLICATE_ELSEWHERE': {
    status: 409,
    en: [
      'Another member, whom your lab does not know, already has this e-mail address.',
      'Ask an administrator; members of a family who share an address are registered with ?evenIf=same-email.',
    ],
    fr: [
      'Un autre membre, que votre lab ne connaît pas, a déjà cette adresse e-mail.',
      'Demandez à une personne qui administre le service ; les membres d’une famille qui partagent une adresse s’inscrivent avec ?evenIf=same-email.',
    ],
  },
  'MEMBER.GUARDIAN_MISSING': {
    status: 422,
    en: ['This minor has no guardian.', 'Register an adult first, then choose that member as guardian.'],
    fr: [
      'Cette personne mineure n’a pas d’adulte responsable.',
      'Inscrivez d’abord un adulte, puis choisissez-le comme adulte responsable.',
    ],
  },
  'MEMBER.GUARDIAN_UNKNOWN': {
    status: 422,
    en: ['The guardian is not a member.', 'Register the guardian first, or choose another member.'],
    fr: ['L’adulte responsable n’est pas membre.', 'Inscrivez-le d’abord, ou choisissez un autre membre.'],
  },
  'MEMBER.GUARDIAN_MINOR': {
    status: 422,
    en: ['A minor cannot be the guardian of another member.', 'Choose an adult as guardian.'],
    fr: ['Une personne mineure ne peut pas être responsable d’un autre membre.', 'Choisissez un adulte.'],
  },
  'MEMBER.GUARDIAN_ONESELF': {
    status: 403,
    en: [
      'You cannot make yourself the guardian of a member.',
      'Ask another manager of the member’s home lab, or another administrator.',
    ],
    fr: [
      'Vous ne pouvez pas vous désigner vous-même comme adulte responsable d’un membre.',
      'Adressez-vous à un autre responsable du lab de rattachement de ce membre, ou à une autre personne qui administre le service.',
    ],
  },
  'MEMBER.NOT_HOME_LAB': {
    status: 403,
    en: [
      'Only managers of a member’s home lab can change the guardian, the date of majority and the home lab of that member.',
      'Ask a manager of that lab, or an administrator. A new member must first have a home lab.',
    ],
    fr: [
      'Son lab de rattachement, son adulte responsable et la date de sa majorité : seuls les responsables de ce lab les modifient.',
      'Adressez-vous à un responsable de ce lab, ou à une personne qui administre le service. Un nouveau membre doit d’abord avoir un lab de rattachement.',
    ],
  },
  'MEMBER.NOT_KNOWN': {
    status: 403,
    en: [
      'Your lab does not know this member.',
      'Ask the member to submit a file in your lab first, or ask an administrator.',
    ],
    fr: [
      'Votre lab ne connaît pas ce membre.',
      'Demandez-lui de déposer d’abord un fichier dans votre lab, ou adressez-vous à une personne qui administre le service.',
    ],
  },
  'MEMBER.GUARDIAN_CIRCLE': {
    status: 422,
    en: [
      'The member would be their own guardian, directly or through other members.',
      'Choose a member of whom this member is not the guardian.',
    ],
    fr: [
      'Le membre serait responsable de lui-même, directement ou par d’autres membres.',
      'Choisissez un adulte dont ce membre n’est pas responsable.',
    ],
  },
} satisfies ServerFaults;
