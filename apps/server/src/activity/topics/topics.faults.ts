import type { ServerFaults } from '../../platform/kit/faults';

export const topicsFaults = {
  'TOPIC.UNKNOWN': {
    status: 404,
    en: ['There is no such introduction.', 'Look for it in the catalogue of introductions.'],
    fr: ['Cette initiation n’existe pas.', 'Cherchez-la dans le catalogue des initiations.'],
  },
  'TOPIC.CHANGED': {
    status: 409,
    en: [
      'Another person has just changed this introduction.',
      'Reload the page, then make your change again.',
    ],
    fr: [
      'Une autre personne vient de modifier cette initiation.',
      'Rechargez la page, puis refaites votre modification.',
    ],
  },
  'TOPIC.NAME_USED': {
    status: 409,
    en: ['The catalogue already has an introduction called “{name}”.', 'Choose another name.'],
    fr: ['Le catalogue a déjà une initiation appelée « {name} ».', 'Choisissez un autre nom.'],
  },
  'TOPIC.RETIRED': {
    status: 409,
    en: [
      'The introduction “{name}” is retired: no new session can have it.',
      'Choose another one, or restore it in the catalogue.',
    ],
    fr: [
      'L’initiation « {name} » est retirée : aucune nouvelle séance ne peut la proposer.',
      'Choisissez-en une autre, ou rétablissez-la dans le catalogue.',
    ],
  },
} satisfies ServerFaults;
