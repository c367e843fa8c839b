import type { Words } from '../../i18n/words';

export const fr = {
  list: 'Exporter cette liste',
  csv: 'CSV',
  xlsx: 'XLSX',
  csvOf: '{{list}} – CSV',
  xlsxOf: '{{list}} – XLSX',
};

export const en: Words<typeof fr> = {
  list: 'Export this list',
  csv: 'CSV',
  xlsx: 'XLSX',
  csvOf: '{{list}} – CSV',
  xlsxOf: '{{list}} – XLSX',
};
