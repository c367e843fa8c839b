import type { WordIndex } from '../../platform/search/word-index';

/** The words by which people find jobs; its migration makes the index. */
export const jobWords: WordIndex = { table: 'jobs', key: 'id', columns: ['foldedFileName'], lab: 'labId' };
