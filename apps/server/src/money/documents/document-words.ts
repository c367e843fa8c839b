import type { WordIndex } from '../../platform/search/word-index';

/** The words by which people find documents; its migration makes the index. */
export const documentWords: WordIndex = { table: 'documents', key: 'id', columns: ['foldedWords'] };
