import type { ServerFaults } from '../../platform/kit/faults';

const CURE = {
  en: 'Keep the database and the file chain-head.log as they are, and compare them with the last backups.',
  fr: 'Gardez la base et le fichier « chain-head.log » en l’état. Comparez-les ensuite aux dernières sauvegardes.',
};
/** Nothing refuses a request with these: they are what a verification found. */
const found = (en: string, fr: string) => ({
  status: 409,
  en: [en, CURE.en] as const,
  fr: [fr, CURE.fr] as const,
});

const parts = {
  amounts: { en: 'its amounts', fr: 'ses montants' },
  heading: { en: 'its number, dates or seller', fr: 'son numéro, ses dates ou son vendeur' },
  client: { en: 'its client', fr: 'son client' },
  text: { en: 'its lines or texts', fr: 'ses lignes ou ses textes' },
} as const;

const kinds = {
  payment: { en: 'payment', fr: 'encaissement' },
  allotment: { en: 'allotment', fr: 'affectation' },
  'account-entry': { en: 'account entry', fr: 'mouvement de compte' },
  closure: { en: 'closure', fr: 'clôture' },
} as const;
/** Wrong, in a record that is no document. */
const foundRecord = (en: string, fr: string) => ({ ...found(en, fr), terms: { kind: kinds } });

export type DocumentPart = keyof typeof parts;

export const chainFaults = {
  'CHAIN.LINK_MISSING': found(
    'Link {sequence} of the chain is missing.',
    'Le maillon {sequence} de la chaîne manque.',
  ),
  'CHAIN.LINK_CHANGED': found(
    'Link {sequence} of the chain was changed. It belongs to {number}.',
    'Le maillon {sequence} de la chaîne a changé. Il concerne {number}.',
  ),
  'CHAIN.LINK_DISPLACED': found(
    'Link {sequence} of the chain does not follow the link before it. It belongs to {number}.',
    'Le maillon {sequence} de la chaîne ne suit pas le précédent. Il concerne {number}.',
  ),
  'CHAIN.VERSION_UNKNOWN': found(
    'Link {sequence} of the chain has the version {version}, which this program does not know.',
    'Le maillon {sequence} de la chaîne a la version {version}, inconnue de ce programme.',
  ),
  'CHAIN.TAIL_CUT': found(
    'The chain ends at link {last}, but it once had a link {sequence}: its end was cut off.',
    'La chaîne finit au maillon {last}, mais elle a eu un maillon {sequence}. Sa fin manque.',
  ),
  'CHAIN.HEAD_CHANGED': found(
    'The recorded head of the chain, link {sequence}, is not its last link.',
    'Le dernier maillon noté, le {sequence}, n’est pas le dernier de la chaîne.',
  ),
  'CHAIN.LOG_DIFFERS': found(
    'Link {sequence} is not the one that the file chain-head.log names: the chain was written again.',
    'Le maillon {sequence} diffère de celui noté dans « chain-head.log ». La chaîne a été réécrite.',
  ),
  'CHAIN.LOG_BEHIND': {
    status: 409,
    en: [
      'The file chain-head.log ends at link {last}, but the chain ends at link {sequence}.',
      'Start the service: it completes the file. If that happens again, look for who shortens it.',
    ],
    fr: [
      'Le fichier « chain-head.log » finit au maillon {last}, mais la chaîne finit au maillon {sequence}.',
      'Démarrez le service : il complète le fichier. Si cela recommence, cherchez qui raccourcit ce fichier.',
    ],
  },
  'CHAIN.DOCUMENT_MISSING': found(
    'The document {number} is in the chain, but no longer in the database.',
    'Le document {number} est dans la chaîne, mais plus dans la base.',
  ),
  'CHAIN.DOCUMENT_CHANGED': {
    ...found(
      'The document {number} was changed after it was issued: {part}.',
      'Le document {number} a changé après son émission : {part}.',
    ),
    terms: { part: parts },
  },
  'CHAIN.DOCUMENT_UNLINKED': found(
    'The document {number} is in the database, but not in the chain.',
    'Le document {number} est dans la base, mais pas dans la chaîne.',
  ),
  'CHAIN.NUMBER_MISSING': found(
    'The number {number} is missing: {next} stands in its place.',
    'Le numéro {number} manque : {next} est à sa place.',
  ),
  'CHAIN.FILES_CHANGED': found(
    'The recorded {file} of the document {number} is not the one in the chain.',
    'Le {file} noté pour le document {number} n’est pas celui de la chaîne.',
  ),
  'CHAIN.FILES_UNLINKED': found(
    'The files of the document {number} are recorded, but not in the chain.',
    'Les fichiers du document {number} sont notés, mais pas dans la chaîne.',
  ),
  'CHAIN.FILE_CHANGED': found(
    'The stored {file} of the document {number} was changed.',
    'Le {file} stocké du document {number} a changé.',
  ),
  'CHAIN.FILE_LOST': found(
    'The stored {file} of the document {number} cannot be read.',
    'Le {file} stocké du document {number} est illisible.',
  ),
  'CHAIN.RECORD_MISSING': foundRecord(
    'The {kind} {number} is in the chain, but no longer in the database.',
    'Élément dans la chaîne, mais plus dans la base : {kind} {number}.',
  ),
  'CHAIN.RECORD_CHANGED': foundRecord(
    'The {kind} {number} was changed after it was recorded.',
    'Élément modifié après son enregistrement : {kind} {number}.',
  ),
  'CHAIN.RECORD_UNLINKED': foundRecord(
    'The {kind} {number} is in the database, but not in the chain.',
    'Élément dans la base, mais pas dans la chaîne : {kind} {number}.',
  ),
  'CHAIN.CLOSURE_WRONG': found(
    'The closure {number} does not add up to what the chain says about its days.',
    'La clôture {number} ne correspond pas à ce que dit la chaîne pour ces jours.',
  ),
  'CHAIN.DAY_CLOSED': {
    status: 409,
    en: [
      'The day {day} is closed in the books, and this document would carry it.',
      'Try again. If it happens again, check the date of the server.',
    ],
    fr: [
      'Le {day} est clos dans les livres, et ce document porterait cette date.',
      'Réessayez. Si cela recommence, vérifiez la date du serveur.',
    ],
  },
} satisfies ServerFaults;
