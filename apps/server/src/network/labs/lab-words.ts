import type { WordIndex } from '../../platform/search/word-index';

/** The words by which people find labs; its migration makes the index. */
export const labWords: WordIndex = { table: 'labs', key: 'id', columns: ['foldedName'] };
