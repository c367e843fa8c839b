import { entries } from '../entry';

/** HTTP requests as such. */
export const requestFaults = entries({
  'REQUEST.INVALID': {
    status: 400,
    en: ['The request is not valid: {reason}.', 'Correct the fields named in `errors` and send it again.'],
    fr: [
      'La demande n’est pas valable : {reason}.',
      'Corrigez les champs nommés dans `errors` et renvoyez-la.',
    ],
  },
  'REQUEST.NOT_FOUND': {
    status: 404,
    en: [
      'Nothing is found at {path}.',
      'Check the address; it may have been removed, or belong to someone else.',
    ],
    fr: [
      'Il n’y a rien à l’adresse {path}.',
      'Vérifiez l’adresse ; l’objet a pu être retiré, ou appartenir à quelqu’un d’autre.',
    ],
  },
  'REQUEST.FAILED': {
    status: 500,
    en: [
      'Something went wrong on our side.',
      'Try again; if it happens again, give the administrator the reference {reference}.',
    ],
    fr: [
      'Une erreur s’est produite de notre côté.',
      'Réessayez ; si cela se reproduit, donnez à l’administrateur la référence {reference}.',
    ],
  },
  'REQUEST.DATABASE_AWAY': {
    status: 503,
    en: ['The service’s database cannot be reached now.', 'Nothing was done. Try again in a moment.'],
    fr: [
      'La base de données du service est injoignable pour l’instant.',
      'Rien n’a été fait. Réessayez dans un moment.',
    ],
  },
  'REQUEST.TOO_MANY': {
    status: 429,
    en: ['This was asked for too often.', 'Wait {seconds} s, then try again; ask less often.'],
    fr: [
      'Cela a été demandé trop souvent.',
      'Attendez {seconds} s, puis réessayez ; demandez moins souvent.',
    ],
  },
  'REQUEST.NOT_MULTIPART': {
    status: 415,
    en: [
      'A submission is a form with a file (multipart/form-data).',
      'Send the file in the part `file`, and the lab in `labId`.',
    ],
    fr: [
      'Un dépôt est un formulaire avec un fichier (multipart/form-data).',
      'Envoyez le fichier dans la partie `file`, et le lab dans `labId`.',
    ],
  },
});
