import type { WordIndex } from '../../platform/search/word-index';

/** The words by which people find prestations; its migration makes the index. */
export const prestationWords: WordIndex = { table: 'prestations', key: 'id', columns: ['foldedWords'] };
