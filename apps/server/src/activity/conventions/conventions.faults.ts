import type { ServerFaults } from '../../platform/kit/faults';

export const conventionsFaults = {
  'CONVENTION.CHANGED': {
    status: 409,
    en: [
      'Another person has changed this agreement in the meantime.',
      'Reload the page, and make your change again.',
    ],
    fr: [
      'Une autre personne a modifié cette convention entre-temps.',
      'Rechargez la page, puis refaites votre modification.',
    ],
  },
  'CONVENTION.COST_UNKNOWN': {
    status: 404,
    en: ['There is no such cost in this agreement.', 'Reload the list of costs.'],
    fr: ['Cette dépense n’existe pas dans la convention.', 'Rechargez la liste des dépenses.'],
  },
  'CONVENTION.DAY_OUTSIDE': {
    status: 422,
    en: [
      'The day {day} is outside the agreement, which lasts from {from} to {until}.',
      'Check the day, or change the dates of the agreement.',
    ],
    fr: [
      'Le {day} est hors de la convention, qui va du {from} au {until}.',
      'Vérifiez la date, ou modifiez les dates de la convention.',
    ],
  },
  'CONVENTION.FILE_TOO_LARGE': {
    status: 413,
    en: ['A file of costs has {limitMb} MB at most.', 'Divide the file.'],
    fr: ['Un fichier de dépenses fait au plus {limitMb} Mo.', 'Divisez le fichier.'],
  },
  'CONVENTION.FILE_EMPTY': {
    status: 422,
    en: ['The file is empty.', 'Save the sheet with the costs as CSV, and send that file.'],
    fr: ['Le fichier est vide.', 'Enregistrez la feuille des dépenses en CSV, puis envoyez ce fichier.'],
  },
  'CONVENTION.FILE_UNREADABLE': {
    status: 422,
    en: ['From line {line} on, the service cannot read the file.', 'Save the sheet as CSV again.'],
    fr: [
      'Le fichier est illisible à partir de la ligne {line}.',
      'Enregistrez de nouveau la feuille en CSV.',
    ],
  },
  'CONVENTION.HAS_REPORTS': {
    status: 409,
    en: [
      'A report was made from this agreement: it cannot be deleted.',
      'Delete its drafts first. A presented report keeps its agreement.',
    ],
    fr: [
      'Un rapport a été établi pour cette convention : elle ne peut pas être supprimée.',
      'Supprimez d’abord ses brouillons. Un rapport présenté garde sa convention.',
    ],
  },
  'CONVENTION.VALUE_UNFIT': {
    status: 422,
    en: ['{parameter} cannot be “{value}”.', 'Choose one of these: {values}.'],
    fr: ['{parameter} ne peut pas être « {value} ».', 'Choisissez parmi : {values}.'],
  },
  'CONVENTION.INDICATOR_UNFIT': {
    status: 422,
    en: [
      'The indicator {indicator} has no parameter {parameter}.',
      'Leave the parameter out, or choose another indicator.',
    ],
    fr: [
      'L’indicateur {indicator} n’a pas de paramètre {parameter}.',
      'Retirez ce paramètre, ou choisissez un autre indicateur.',
    ],
  },
  'CONVENTION.UNKNOWN': {
    status: 404,
    en: ['There is no such agreement.', 'Open the list of agreements.'],
    fr: ['Cette convention n’existe pas.', 'Ouvrez la liste des conventions.'],
  },
} satisfies ServerFaults;
