import type { Answer } from '../../api/get';

/** The cash of a till on one day. */
export type Book = Answer<'/api/v1/cash-book'>;
