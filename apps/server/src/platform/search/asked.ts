import { folded, type Instant } from '@pandafab/shared';

/** What a person typed, ready to be compared with folded texts. */
export interface Asked {
  readonly whole: string;
  /** Its words in small letters; where it has neither letters nor digits, the signs themselves. */
  readonly words: readonly string[];
  /** False where `words` are signs only: the word indexes do not have them. */
  readonly hasWords: boolean;
  /** Results of each kind. */
  readonly limit: number;
  readonly now: Instant;
}

/** More words than this do not make a query more precise. */
const MOST_WORDS = 8;

/** Undefined where nothing was typed. */
export function readAsked(text: string, limit: number, now: Instant): Asked | undefined {
  const whole = folded(text);
  if (whole === '') return undefined;
  const words = whole.match(/[\p{L}\p{N}]+/gu) ?? [];
  const parts = words.length > 0 ? words : whole.split(' ');
  return {
    ...{ whole, words: [...new Set(parts)].slice(0, MOST_WORDS), hasWords: words.length > 0 },
    ...{ limit, now },
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const isId = ({ whole }: Asked): boolean => UUID.test(whole);
