import { folded } from '@pandafab/shared';

/** A LIKE pattern that finds `words` anywhere in a `FoldedColumn`, whatever they hold; use with `ESCAPE '\'`. */
export const containing = (words: string): string => `%${folded(words).replace(/[\\%_]/g, '\\$&')}%`;
