import type { WordIndex } from '../../platform/search/word-index';

/** The words by which people find machines; its migration makes the index. */
export const machineWords: WordIndex = { table: 'machines', key: 'id', columns: ['foldedName'] };
