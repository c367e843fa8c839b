import { entries } from '../entry';

/** The right to use a kind of machine. */
export const inductionFaults = entries({
  'INDUCTION.UNKNOWN': {
    status: 404,
    en: ['There is no such induction.', 'Look for it among the member’s inductions.'],
    fr: ['Cette habilitation n’existe pas.', 'Cherchez-la parmi celles du membre.'],
  },
  'INDUCTION.PAST': {
    status: 422,
    en: ['An induction cannot end in the past.', 'Give a day to come, or none.'],
    fr: ['Une habilitation ne peut pas se terminer dans le passé.', 'Donnez un jour à venir, ou aucun.'],
  },
  'INDUCTION.SELF': {
    status: 403,
    en: ['Nobody gives an induction to themselves.', 'Ask another trainer, or an administrator.'],
    fr: [
      'Personne ne se donne une habilitation à soi-même.',
      'Adressez-vous à une autre personne qui forme, ou qui administre le service.',
    ],
  },
  'INDUCTION.WITHDRAWN': {
    status: 409,
    en: ['This induction has already been withdrawn.', 'Reload the list of the member’s inductions.'],
    fr: ['Cette habilitation a déjà été retirée.', 'Rechargez la liste des habilitations du membre.'],
  },
});
