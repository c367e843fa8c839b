import type { WordIndex } from '../../platform/search/word-index';

/** The words by which people find groups; its migration makes the index. */
export const groupWords: WordIndex = {
  table: 'member_groups',
  key: 'id',
  columns: ['foldedName'],
  lab: 'labId',
};
