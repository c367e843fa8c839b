import type { WordIndex } from '../../platform/search/word-index';

/** The words by which people find members; its migration makes the index. */
export const memberWords: WordIndex = {
  table: 'member_contacts',
  key: 'memberId',
  columns: ['foldedName', 'email'],
};
