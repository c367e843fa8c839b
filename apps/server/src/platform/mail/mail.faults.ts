import type { ServerFaults } from '../kit/faults';

export const mailFaults = {
  'MAIL.REFUSED': {
    status: 502,
    en: [
      'The mail server refused the mail: “{words}”.',
      'Ask the staff of your lab. An administrator can check SMTP_URL and MAIL_FROM with the operator of the mail server.',
    ],
    fr: [
      'Le serveur de messagerie a refusé le courriel : « {words} ».',
      'Adressez-vous à l’équipe de votre lab. Une personne qui administre le service peut vérifier SMTP_URL et MAIL_FROM avec le responsable du serveur de messagerie.',
    ],
  },
  'MAIL.STAYS': {
    status: 503,
    en: [
      'Mails waiting for more than an hour: {count}.',
      'The mail settings show the mail server’s answer. The service stops trying to send a mail after {hours} hours.',
    ],
    fr: [
      'Courriels en attente depuis plus d’une heure : {count}.',
      'Les réglages du courriel montrent la réponse du serveur de messagerie. Le service renonce à envoyer un courriel après {hours} heures.',
    ],
  },
  'MAIL.NOT_CONFIGURED': {
    status: 503,
    en: ['This service sends no mail.', 'Ask the staff of your lab: they can give you a link.'],
    fr: [
      'Ce service n’envoie pas de courriel.',
      'Adressez-vous à l’équipe de votre lab : elle peut vous remettre un lien.',
    ],
  },
} satisfies ServerFaults;
