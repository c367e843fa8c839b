import { entries } from '../entry';

/** Groups that things are made for. */
export const groupFaults = entries({
  'GROUP.UNKNOWN': {
    status: 404,
    en: ['There is no such group.', 'Look for it in the list of groups.'],
    fr: ['Ce groupe n’existe pas.', 'Cherchez-le dans la liste des groupes.'],
  },
  'GROUP.ARCHIVED': {
    status: 409,
    en: ['The group “{name}” is archived: nothing is made for it any more.', 'Choose or make another group.'],
    fr: [
      'Le groupe « {name} » est archivé : on ne fabrique plus rien pour lui.',
      'Choisissez un autre groupe, ou créez-en un.',
    ],
  },
  'GROUP.NOT_LEADER': {
    status: 403,
    en: [
      'Only those who lead this group, and the staff of the lab, submit for it.',
      'Ask somebody who leads the group, or submit for yourself.',
    ],
    fr: [
      'Seules les personnes qui animent ce groupe et l’équipe du lab déposent pour lui.',
      'Adressez-vous à une personne qui l’anime, ou déposez pour vous-même.',
    ],
  },
});
