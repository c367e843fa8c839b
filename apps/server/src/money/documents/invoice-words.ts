import type { WordIndex } from '../../platform/search/word-index';

/** The words by which people find invoices; its migration makes the index. */
export const invoiceWords: WordIndex = { table: 'invoices', key: 'id', columns: ['foldedWords'] };
