import type { ServerFaults } from '../../platform/kit/faults';

export const reportsFaults = {
  'REPORT.CHANGED': {
    status: 409,
    en: [
      'Another person has changed this report in the meantime.',
      'Reload the page to see the change, then go on.',
    ],
    fr: [
      'Une autre personne a modifié ce rapport entre-temps.',
      'Rechargez la page pour voir la modification, puis continuez.',
    ],
  },
  'REPORT.COMMENT_UNKNOWN': {
    status: 404,
    en: ['The report has no such place for a comment.', 'Reload the page: the agreement may have changed.'],
    fr: [
      'Le rapport n’a pas cet emplacement de commentaire.',
      'Rechargez la page : la convention a peut-être changé.',
    ],
  },
  'REPORT.EXISTS': {
    status: 409,
    en: ['There is already a report of this agreement for {period}.', 'Open that report.'],
    fr: ['Cette convention a déjà un rapport pour {period}.', 'Ouvrez ce rapport.'],
  },
  'REPORT.FILE_NOT_READY': {
    status: 503,
    en: [
      'The file of the report could not be made yet. The report itself is kept.',
      'Try again in a minute. If it happens again, check the disk of the server.',
    ],
    fr: [
      'Le fichier du rapport n’a pas encore pu être créé. Le rapport lui-même est conservé.',
      'Réessayez dans une minute. Si cela continue, vérifiez le disque du serveur.',
    ],
  },
  'REPORT.IS_DRAFT': {
    status: 409,
    en: ['The report is a draft: only its PDF can be downloaded.', 'Present the report first.'],
    fr: [
      'Le rapport est un brouillon : vous ne pouvez en recevoir que le PDF.',
      'Présentez d’abord le rapport.',
    ],
  },
  'REPORT.NOT_BEGUN': {
    status: 422,
    en: ['The period {period} has not begun.', 'Choose a period that has begun.'],
    fr: ['La période {period} n’a pas commencé.', 'Choisissez une période commencée.'],
  },
  'REPORT.OUTSIDE': {
    status: 422,
    en: [
      'The period {period} is outside the agreement.',
      'Choose a period of the agreement, or change the dates of the agreement.',
    ],
    fr: [
      'La période {period} est hors de la convention.',
      'Choisissez une période de la convention, ou modifiez les dates de celle-ci.',
    ],
  },
  'REPORT.PERIOD_RUNS': {
    status: 409,
    en: [
      'The period {period} lasts until {until}: its figures are not complete.',
      'Present the report after that day. Until then, the preview shows the figures.',
    ],
    fr: [
      'La période {period} dure jusqu’au {until} : ses chiffres ne sont pas complets.',
      'Présentez le rapport après ce jour. D’ici là, l’aperçu montre les chiffres.',
    ],
  },
  'REPORT.PRESENTED': {
    status: 409,
    en: [
      'The report has been presented: it does not change any more.',
      'The page of the report shows what has changed in the figures since.',
    ],
    fr: [
      'Le rapport a été présenté : il ne change plus.',
      'La page du rapport montre ce qui a changé depuis dans les chiffres.',
    ],
  },
  'REPORT.UNKNOWN': {
    status: 404,
    en: ['There is no such report.', 'Open the list of reports.'],
    fr: ['Ce rapport n’existe pas.', 'Ouvrez la liste des rapports.'],
  },
} satisfies ServerFaults;
