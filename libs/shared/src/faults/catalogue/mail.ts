import { entries } from '../entry';

/** Mail that the service sends. */
export const mailFaults = entries({
  'MAIL.REFUSED': {
    status: 502,
    en: [
      'The mail server refused the mail: “{words}”.',
      'Ask the staff of your lab. An administrator can look after SMTP_URL and MAIL_FROM with whoever runs the mail server.',
    ],
    fr: [
      'Le serveur de messagerie a refusé le message : « {words} ».',
      'Adressez-vous à l’équipe de votre lab. L’administrateur peut vérifier SMTP_URL et MAIL_FROM avec le responsable du serveur de messagerie.',
    ],
  },
  'MAIL.STAYS': {
    status: 503,
    en: [
      'Mails that have waited for more than an hour: {count}.',
      'Look at the steps that failed to see what the mail server says. Each mail is given up after {hours} hours.',
    ],
    fr: [
      'Messages en attente depuis plus d’une heure : {count}.',
      'Les étapes en échec disent ce que répond le serveur de messagerie. Chaque message est abandonné après {hours} heures.',
    ],
  },
  'MAIL.NOT_CONFIGURED': {
    status: 503,
    en: ['This service sends no mail.', 'Ask the staff of your lab: they can hand you a link.'],
    fr: [
      'Ce service n’envoie pas de courrier électronique.',
      'Adressez-vous à l’équipe de votre lab : elle peut vous remettre un lien.',
    ],
  },
});
