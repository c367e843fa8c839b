import type { WordIndex } from '../../platform/search/word-index';

/** The words by which people find organisations; its migration makes the index. */
export const organisationWords: WordIndex = {
  table: 'organisations',
  key: 'id',
  columns: ['foldedName', 'siren', 'siret'],
};
