import { folded } from '@pandafab/shared';

const literally = (words: string): string => folded(words).replace(/[\\%_]/g, '\\$&');

/** A LIKE pattern that finds `words` anywhere in a `FoldedColumn`, with any characters; use with `ESCAPE '\'`. */
export const containing = (words: string): string => `%${literally(words)}%`;

/** The same for a text that starts with `words`. */
export const starting = (words: string): string => `${literally(words)}%`;
