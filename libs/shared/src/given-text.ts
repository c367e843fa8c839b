/**
 * What no text that people give may hold: control characters (among them the zero byte, which PostgreSQL cannot keep, and
 * line feeds), halves of characters, line and paragraph separators, what turns the direction of the text around it
 * (Unicode's technical report 36, “Bidirectional text spoofing”), and what Unicode says is no character.
 */
const UNFIT =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\p{Noncharacter_Code_Point}]/gu;

export const isFit = (text: string): boolean => text.search(UNFIT) === -1;

/** For texts that programs give, such as the name of a browser: the same rule, without an answer. */
export const onlyFit = (text: string): string => text.replace(UNFIT, '');

/** Blanks, joiners and fillers show nothing. */
const UNSEEN = /[\s\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** Whether there is anything to see: a name of zero-width blanks is none. */
export const isVisible = (text: string): boolean => text.replace(UNSEEN, '') !== '';
