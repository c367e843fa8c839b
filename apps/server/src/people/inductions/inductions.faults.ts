import type { ServerFaults } from '../../platform/kit/faults';

export const inductionsFaults = {
  'INDUCTION.UNKNOWN': {
    status: 404,
    en: ['There is no such induction.', 'Look for it in the list of the member’s inductions.'],
    fr: ['Cette habilitation n’existe pas.', 'Cherchez-la dans la liste des habilitations du membre.'],
  },
  'INDUCTION.PAST': {
    status: 422,
    en: ['An induction cannot end in the past.', 'Give a day in the future, or none.'],
    fr: ['Une habilitation ne peut pas se terminer dans le passé.', 'Indiquez un jour à venir, ou aucun.'],
  },
  'INDUCTION.SELF': {
    status: 403,
    en: ['You cannot give an induction to yourself.', 'Ask another trainer, or an administrator.'],
    fr: [
      'Vous ne pouvez pas vous donner une habilitation à vous-même.',
      'Adressez-vous à une autre personne qui a le rôle de formation, ou à une personne qui administre le service.',
    ],
  },
  'INDUCTION.WITHDRAWN': {
    status: 409,
    en: ['This induction has already been withdrawn.', 'Reload the list of the member’s inductions.'],
    fr: ['Cette habilitation a déjà été retirée.', 'Rechargez la liste des habilitations du membre.'],
  },
} satisfies ServerFaults;
