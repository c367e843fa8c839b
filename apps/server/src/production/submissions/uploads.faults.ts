import type { ServerFaults } from '../../platform/kit/faults';

export const uploadsFaults = {
  'UPLOAD.UNKNOWN': {
    status: 404,
    en: [
      'This file is no longer on the server.',
      'It was submitted or removed, or it waited for more than a day: look at your prints, or send it again.',
    ],
    fr: [
      'Ce fichier n’est plus sur le serveur.',
      'Il a été déposé, retiré, ou il attendait depuis plus d’un jour : regardez dans vos impressions, ou renvoyez-le.',
    ],
  },
  'UPLOAD.NOT_READ': {
    status: 409,
    en: [
      'The server has not read the file yet.',
      'Try again in a moment; the state of the file shows when the server has read it.',
    ],
    fr: [
      'Le serveur n’a pas encore lu le fichier.',
      'Réessayez dans un instant ; l’état du fichier indique quand il est lu.',
    ],
  },
  'UPLOAD.TOO_MUCH': {
    status: 409,
    en: [
      'With this file, the files that you have not submitted yet would exceed {limitMb} MB in total.',
      'Submit or remove some of them.',
    ],
    fr: [
      'Avec ce fichier, vos fichiers qui ne sont pas encore déposés dépasseraient {limitMb} Mo au total.',
      'Déposez-en ou retirez-en quelques-uns.',
    ],
  },
  'UPLOAD.TOO_MANY': {
    status: 409,
    en: ['You already have {most} files that are not submitted yet.', 'Submit or remove some of them.'],
    fr: [
      'Vous avez déjà {most} fichiers qui ne sont pas encore déposés.',
      'Déposez-en ou retirez-en quelques-uns.',
    ],
  },
} satisfies ServerFaults;
