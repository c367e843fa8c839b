import type { ServerFaults } from '../../platform/kit/faults';

export const roomsFaults = {
  'ROOM.UNKNOWN': {
    status: 404,
    en: ['This lab has no such room or equipment.', 'Look for it in the list of the lab’s rooms.'],
    fr: ['Ce lab n’a pas cette salle ou cet équipement.', 'Cherchez dans la liste des salles du lab.'],
  },
  'ROOM.CHANGED': {
    status: 409,
    en: [
      'Another person has just changed this room or equipment.',
      'Reload the page, then make your change again.',
    ],
    fr: [
      'Une autre personne vient de modifier cette salle ou cet équipement.',
      'Rechargez la page, puis refaites votre modification.',
    ],
  },
  'ROOM.NAME_USED': {
    status: 409,
    en: ['The lab already has a room or equipment called “{name}”.', 'Choose another name.'],
    fr: ['Le lab a déjà une salle ou un équipement appelé « {name} ».', 'Choisissez un autre nom.'],
  },
  'ROOM.RETIRED': {
    status: 409,
    en: ['“{name}” is retired: no new session can have it.', 'Choose another one, or restore it.'],
    fr: [
      '« {name} » est retiré : aucune nouvelle séance ne peut l’utiliser.',
      'Choisissez autre chose, ou rétablissez-le.',
    ],
  },
} satisfies ServerFaults;
