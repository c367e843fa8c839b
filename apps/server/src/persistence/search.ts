/** A LIKE pattern that finds `words` anywhere, whatever they hold; use with `ESCAPE '\'`. */
export const containing = (words: string): string => `%${words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
