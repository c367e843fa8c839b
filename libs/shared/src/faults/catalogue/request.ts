import { entries } from '../entry';

/** HTTP requests in general. */
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
      'Check it: two hexadecimal digits of a UTF-8 byte must follow each %.',
    ],
    fr: [
      'L’adresse {path} est illisible.',
      'Vérifiez-la : chaque % doit être suivi de deux chiffres hexadécimaux d’un octet UTF-8.',
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
      'There is nothing at {path}.',
      'Check the address; the object may have been removed, or may belong to another person.',
    ],
    fr: [
      'Il n’y a rien à l’adresse {path}.',
      'Vérifiez l’adresse ; l’objet a peut-être été retiré, ou appartient à une autre personne.',
    ],
  },
  'REQUEST.FAILED': {
    status: 500,
    en: [
      'Something went wrong on our side.',
      'Try again; if it happens again, give an administrator the reference {reference}.',
    ],
    fr: [
      'Une erreur s’est produite de notre côté.',
      'Réessayez ; si cela se reproduit, donnez à une personne qui administre le service la référence {reference}.',
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
    en: ['Another program has locked the service’s database.', 'Nothing was done. Try again in a moment.'],
    fr: [
      'Un autre programme a verrouillé la base de données du service.',
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
      'Rien n’a été fait. Demandez à une personne qui administre le service d’y libérer de la place, puis réessayez.',
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
      'Rien n’a été fait. Demandez à une personne qui administre le service de vérifier le disque et le journal du service, puis réessayez.',
    ],
  },
  'REQUEST.OUTCOME_UNKNOWN': {
    status: 503,
    en: [
      'The connection to the service’s database was lost at the last moment.',
      'Your request may or may not have been carried out: check before you try again.',
    ],
    fr: [
      'La connexion à la base de données du service a été perdue au dernier moment.',
      'Votre demande a peut-être été exécutée, peut-être pas : vérifiez avant de réessayer.',
    ],
  },
  'REQUEST.NUMBER_TOO_LARGE': {
    status: 422,
    en: [
      'A number is too large, or is not a whole number: {number}.',
      'Check the numbers that you gave, and try again.',
    ],
    fr: [
      'Un nombre est trop grand, ou n’est pas entier : {number}.',
      'Vérifiez les nombres que vous avez donnés, puis réessayez.',
    ],
  },
  'REQUEST.AT_ONCE': {
    status: 409,
    en: [
      'Another request made the same change at the same moment.',
      'Check whether the change is made; if not, try again.',
    ],
    fr: [
      'Une autre demande a fait la même modification au même moment.',
      'Vérifiez si la modification est faite ; sinon, réessayez.',
    ],
  },
  'REQUEST.BUSY': {
    status: 503,
    en: ['The service is overloaded.', 'Nothing was done. Try again in a moment.'],
    fr: ['Le service est surchargé.', 'Rien n’a été fait. Réessayez dans un moment.'],
  },
  'REQUEST.TOO_MANY': {
    status: 429,
    en: ['Too many requests.', 'Wait {seconds} s, then try again, less often.'],
    fr: ['Trop de demandes.', 'Attendez {seconds} s, puis réessayez, moins souvent.'],
  },
});
