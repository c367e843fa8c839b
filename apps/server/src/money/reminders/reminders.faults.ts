import type { ServerFaults } from '../../platform/kit/faults';

export const remindersFaults = {
  'REMINDER.ALREADY_SENT': {
    status: 409,
    en: ['This reminder of {number} is already sent.', 'Load the list again.'],
    fr: ['Cette relance de {number} est déjà envoyée.', 'Rechargez la liste.'],
  },
  'REMINDER.CHANGED': {
    status: 409,
    en: [
      '{number}, its client or the text has changed since the list was shown.',
      'Load the list again, read the new text, then send it.',
    ],
    fr: [
      '{number}, son client ou le texte a changé depuis l’affichage de la liste.',
      'Rechargez la liste, relisez le texte, puis envoyez la relance.',
    ],
  },
  'REMINDER.NOT_DUE': {
    status: 409,
    en: ['No such reminder of {number} is due today.', 'Load the list again.'],
    fr: ['Aucune relance de ce type n’est à envoyer aujourd’hui pour {number}.', 'Rechargez la liste.'],
  },
  'REMINDER.NOT_MADE': {
    status: 503,
    en: ['The server could not make the letter.', 'Check the disk of the server, then send it again.'],
    fr: [
      'Le serveur n’a pas pu créer la lettre.',
      'Vérifiez le disque du serveur, puis renvoyez la relance.',
    ],
  },
  'REMINDER.PAID': {
    status: 409,
    en: ['The client has paid {number} meanwhile.', 'There is nothing to do: no reminder was sent.'],
    fr: ['Le client a payé {number} entre-temps.', 'Il n’y a rien à faire : aucune relance n’est partie.'],
  },
} satisfies ServerFaults;
