import { entries } from '../entry';

/** Files that were sent and are not submitted yet. */
export const uploadFaults = entries({
  'UPLOAD.UNKNOWN': {
    status: 404,
    en: [
      'This file is not there any more.',
      'It was submitted, thrown away, or waited for more than a day: look in your prints, or send it again.',
    ],
    fr: [
      'Ce fichier n’est plus là.',
      'Il a été déposé, retiré, ou il attendait depuis plus d’un jour : regardez dans vos impressions, ou renvoyez-le.',
    ],
  },
  'UPLOAD.NOT_READ': {
    status: 409,
    en: ['The file has not been read yet.', 'Ask again in a moment; its state says when it has been.'],
    fr: ['Le fichier n’est pas encore lu.', 'Redemandez dans un instant ; son état dit quand il l’est.'],
  },
  'UPLOAD.TOO_MUCH': {
    status: 409,
    en: [
      'Together, your files that wait to be submitted would be larger than {limitMb} MB.',
      'Submit some of them, or throw them away.',
    ],
    fr: [
      'Ensemble, vos fichiers qui attendent d’être déposés dépasseraient {limitMb} Mo.',
      'Déposez-en, ou retirez-en quelques-uns.',
    ],
  },
  'UPLOAD.TOO_MANY': {
    status: 409,
    en: ['{most} of your files already wait to be submitted.', 'Submit some of them, or throw them away.'],
    fr: ['{most} de vos fichiers attendent déjà d’être déposés.', 'Déposez-en, ou retirez-en quelques-uns.'],
  },
});
