import type { ServerFaults } from '../../platform/kit/faults';

export const exportsFaults = {
  'EXPORT.LIST_UNKNOWN': {
    status: 404,
    en: ['There is no list {list} to export.', 'Open the page of the list and export it from there.'],
    fr: ['La liste {list} n’existe pas à l’export.', 'Ouvrez la page de la liste et exportez-la de là.'],
  },
  'EXPORT.TOO_MANY_ROWS': {
    status: 422,
    en: [
      'A spreadsheet file has at most {most} rows, and this list has more.',
      'Choose CSV, or filter the list.',
    ],
    fr: [
      'Un fichier de tableur contient au plus {most} lignes, et cette liste en a plus.',
      'Choisissez le format CSV, ou filtrez la liste.',
    ],
  },
} satisfies ServerFaults;
