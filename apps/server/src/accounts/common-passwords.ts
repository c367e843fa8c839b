import { Fault } from '@pandafab/shared';
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/**
 * What is guessed in fewer tries is refused. Nobody makes that many here, where failures lock, but a stolen hash can be
 * tried elsewhere, some thousands of times a second (argon2id). Below it are `Soleil2024!!` and `iloveyou iloveyou`; a
 * plain sentence of three words that do not belong together takes ten thousand times as many.
 */
const MIN_GUESSES = 1e9;
/** The time grows faster than the length: a quarter of a second at most for these. What follows is not judged. */
const MAX_SCORED = 100;
/** Letters and digits that a password has besides its person's name or address. */
const MIN_OF_THEIR_OWN = 6;
const NEITHER_LETTER_NOR_DIGIT = /[^\p{L}\p{N}]+/u;

let loaded: ZxcvbnFactory | undefined;

/**
 * Some 160 000 common passwords, names and French words, read when the first password is chosen: that takes 0.2 s, once,
 * and 14 MB of heap (40 MB of the process), which a process without such a request does not spend.
 */
function judge(): ZxcvbnFactory {
  if (loaded) return loaded;
  const core = require('@zxcvbn-ts/core') as typeof import('@zxcvbn-ts/core');
  const common = require('@zxcvbn-ts/language-common') as typeof import('@zxcvbn-ts/language-common');
  const french = require('@zxcvbn-ts/language-fr') as typeof import('@zxcvbn-ts/language-fr');
  loaded = new core.ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...french.dictionary },
    graphs: common.adjacencyGraphs,
  });
  return loaded;
}

/** An e-mail address and a name, and their parts, the longest first. */
const partsOf = (words: readonly string[]): string[] =>
  words
    .map((word) => word.normalize('NFKC').toLowerCase())
    .flatMap((word) => [word, ...word.split(NEITHER_LETTER_NOR_DIGIT)])
    .filter((part) => part.length > 2)
    .sort((a, b) => b.length - a.length);

/** True where hardly anything is left without the person's own words: zxcvbn takes the blanks between them for a secret. */
function isMadeOf(parts: readonly string[], password: string): boolean {
  const whole = password.toLowerCase();
  const rest = parts.reduce((left, part) => left.replaceAll(part, ' '), whole);
  return rest !== whole && rest.split(NEITHER_LETTER_NOR_DIGIT).join('').length < MIN_OF_THEIR_OWN;
}

/**
 * @param about the person's own words, such as name and e-mail address: worth nothing in a password
 * @throws Fault AUTH.PASSWORD_COMMON
 */
export function demandUncommon(password: string, about: readonly string[] = []): void {
  const scored = password.normalize('NFKC').slice(0, MAX_SCORED);
  const parts = partsOf(about);
  const { guesses } = judge().check(scored, ['pandafab', 'fablab', ...parts]);
  if (guesses < MIN_GUESSES || isMadeOf(parts, scored)) throw new Fault('AUTH.PASSWORD_COMMON');
}
