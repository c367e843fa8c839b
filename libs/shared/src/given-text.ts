/**
 * Characters that are forbidden in texts from users: control characters (among them the zero byte, which PostgreSQL cannot keep, and
 * line feeds), halves of characters, line and paragraph separators, characters that change the direction of the surrounding text
 * (Unicode's technical report 36, “Bidirectional text spoofing”), and code points that are not characters in Unicode.
 */
const UNFIT =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\p{Noncharacter_Code_Point}]/gu;

export const isFit = (text: string): boolean => text.search(UNFIT) === -1;

/** For texts from programs, such as the name of a browser: the same rule, without an error message. */
export const onlyFit = (text: string): string => text.replace(UNFIT, '');

/** Blanks, joiners and fillers are invisible. */
const UNSEEN = /[\s\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** Whether the text has a visible character: a name of zero-width blanks has none. */
export const isVisible = (text: string): boolean => text.replace(UNSEEN, '') !== '';
