import type { ServerFaults } from '../../platform/kit/faults';

export const groupsFaults = {
  'GROUP.UNKNOWN': {
    status: 404,
    en: ['There is no such group.', 'Look for it in the list of groups.'],
    fr: ['Ce groupe n’existe pas.', 'Cherchez-le dans la liste des groupes.'],
  },
  'GROUP.ARCHIVED': {
    status: 409,
    en: ['The group “{name}” is archived: it accepts no new jobs.', 'Choose or create another group.'],
    fr: [
      'Le groupe « {name} » est archivé : il n’accepte plus de travaux.',
      'Choisissez un autre groupe, ou créez-en un.',
    ],
  },
  'GROUP.NOT_LEADER': {
    status: 403,
    en: [
      'Only the leaders of this group and the staff of the lab can submit files for it.',
      'Ask a leader of the group, or submit for yourself.',
    ],
    fr: [
      'Seules les personnes qui animent ce groupe et l’équipe du lab peuvent déposer des fichiers pour lui.',
      'Adressez-vous à une personne qui l’anime, ou déposez pour vous-même.',
    ],
  },
} satisfies ServerFaults;
