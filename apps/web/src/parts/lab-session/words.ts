import type { Words } from '../../i18n/words';

/** What sessions are called on every page: of those who teach, and of those who register. */
export const fr = {
  kinds: {
    appointment: 'Rendez-vous',
    course: 'Cours',
    workshop: 'Atelier',
    class: 'Classe ou groupe',
    'open-lab': 'Accès libre',
  },
  audiences: {
    everyone: 'Tout public',
    members: 'Membres',
    group: 'Groupe',
    school: 'École',
    spaces: 'Équipes d’autres espaces numériques',
    client: 'Client',
  },
  forAudience: {
    everyone: 'Pour tous',
    members: 'Pour les membres',
    group: 'Pour un groupe',
    school: 'Pour une école',
    spaces: 'Pour les équipes d’autres espaces numériques',
    client: 'Pour un client',
  },
  levels: { discover: 'Découvrir', practise: 'Pratiquer', deepen: 'Approfondir' },
};

export const en: Words<typeof fr> = {
  kinds: {
    appointment: 'Appointment',
    course: 'Course',
    workshop: 'Workshop',
    class: 'Class or group',
    'open-lab': 'Open lab',
  },
  audiences: {
    everyone: 'Everyone',
    members: 'Members',
    group: 'Group',
    school: 'School',
    spaces: 'Staff of other digital spaces',
    client: 'Client',
  },
  forAudience: {
    everyone: 'Open to all',
    members: 'For members',
    group: 'For a group',
    school: 'For a school',
    spaces: 'For staff of other digital spaces',
    client: 'For a client',
  },
  levels: { discover: 'Discover', practise: 'Practise', deepen: 'Deepen' },
};
