import { entries } from '../entry';

/** Mail that the service sends. */
export const mailFaults = entries({
  'MAIL.NOT_CONFIGURED': {
    status: 503,
    en: [
      'This service sends no mail.',
      'Ask the staff of your lab: they can hand you a link. An administrator can set SMTP_URL and MAIL_FROM.',
    ],
    fr: [
      'Ce service n’envoie pas de courrier électronique.',
      'Adressez-vous à l’équipe de votre lab : elle peut vous remettre un lien. L’administrateur peut renseigner SMTP_URL et MAIL_FROM.',
    ],
  },
});
