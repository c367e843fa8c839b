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
  'REQUEST.ADDRESS_UNREADABLE': {
    status: 400,
    en: [
      'The address {path} cannot be read.',
      'Check it: after each % stand the two digits of a byte of UTF-8.',
    ],
    fr: [
      'L’adresse {path} est illisible.',
      'Vérifiez-la : après chaque % viennent les deux chiffres d’un octet d’UTF-8.',
    ],
  },
  'REQUEST.HEADERS_TOO_LARGE': {
    status: 431,
    en: ['The headers of the request are too long.', 'Delete this site’s cookies, then try again.'],
    fr: ['Les en-têtes de la demande sont trop longs.', 'Supprimez les cookies de ce site, puis réessayez.'],
  },
  'REQUEST.TOO_SLOW': {
    status: 408,
    en: ['The request took too long to arrive.', 'Check the connection, then send it again.'],
    fr: ['La demande a mis trop de temps à arriver.', 'Vérifiez la connexion, puis renvoyez-la.'],
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
  'REQUEST.DATABASE_LOCKED': {
    status: 503,
    en: ['Another program holds the service’s database.', 'Nothing was done. Try again in a moment.'],
    fr: [
      'Un autre programme occupe la base de données du service.',
      'Rien n’a été fait. Réessayez dans un moment.',
    ],
  },
  'REQUEST.DISK_FULL': {
    status: 507,
    en: [
      'The service’s disk is full.',
      'Nothing was done. Ask an administrator to free some space on it, then try again.',
    ],
    fr: [
      'Le disque du service est plein.',
      'Rien n’a été fait. Demandez à un administrateur d’y libérer de la place, puis réessayez.',
    ],
  },
  'REQUEST.DISK_BROKEN': {
    status: 503,
    en: [
      'The service cannot write to its disk.',
      'Nothing was done. Ask an administrator to check the disk and the service’s log, then try again.',
    ],
    fr: [
      'Le service ne peut pas écrire sur son disque.',
      'Rien n’a été fait. Demandez à un administrateur de vérifier le disque et le journal du service, puis réessayez.',
    ],
  },
  'REQUEST.OUTCOME_UNKNOWN': {
    status: 503,
    en: [
      'The connection to the service’s database was lost at the last moment.',
      'Perhaps it was done, perhaps not: look before you try again.',
    ],
    fr: [
      'La connexion à la base de données du service a été perdue au dernier moment.',
      'C’est peut-être fait, peut-être pas : vérifiez avant de réessayer.',
    ],
  },
  'REQUEST.NUMBER_TOO_LARGE': {
    status: 422,
    en: [
      'A number is too large, or no whole number: {number}.',
      'Check the numbers that you gave, and try again.',
    ],
    fr: [
      'Un nombre est trop grand, ou n’est pas entier : {number}.',
      'Vérifiez les nombres que vous avez donnés, puis réessayez.',
    ],
  },
  'REQUEST.AT_ONCE': {
    status: 409,
    en: ['Somebody did the same at the same moment.', 'Look whether it is done; if not, try again.'],
    fr: ['Quelqu’un a fait la même chose au même moment.', 'Regardez si c’est fait ; sinon, réessayez.'],
  },
  'REQUEST.BUSY': {
    status: 503,
    en: ['The service has too much to do at once.', 'Nothing was done. Try again in a moment.'],
    fr: ['Le service a trop à faire en même temps.', 'Rien n’a été fait. Réessayez dans un moment.'],
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
