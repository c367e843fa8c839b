import type { WordIndex } from '../../platform/search/word-index';

/** The words by which people find spools; its migration makes the index. */
export const spoolWords: WordIndex = { table: 'spools', key: 'id', columns: ['foldedLabel'], lab: 'labId' };
