import { Fault } from '@pandafab/shared';
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/**
 * A password that needs fewer guesses than this is refused. The lock after failed sign-ins prevents so many guesses
 * here, but an attacker with a stolen hash can try some thousands a second (argon2id). Below the limit are
 * `Soleil2024!!` and `iloveyou iloveyou`; a sentence of three unrelated words needs ten thousand times as many guesses.
 */
const MIN_GUESSES = 1e9;
/**
 * The time of the check grows faster than the length: at most a quarter of a second for these characters. Later ones
 * are not checked.
 */
const MAX_SCORED = 100;
/** The minimum of letters and digits in a password in addition to the person's name or address. */
const MIN_OF_THEIR_OWN = 6;
const NEITHER_LETTER_NOR_DIGIT = /[^\p{L}\p{N}]+/u;

let loaded: ZxcvbnFactory | undefined;

/**
 * Some 160 000 common passwords, names and French words, loaded when the first password is chosen: that takes 0.2 s
 * once, and 14 MB of heap (40 MB of the process), which a process without such a request does not use.
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

/** True if almost nothing is left without the person's own words: zxcvbn counts the blanks between them as secret. */
function isMadeOf(parts: readonly string[], password: string): boolean {
  const whole = password.toLowerCase();
  const rest = parts.reduce((left, part) => left.replaceAll(part, ' '), whole);
  return rest !== whole && rest.split(NEITHER_LETTER_NOR_DIGIT).join('').length < MIN_OF_THEIR_OWN;
}

/**
 * @param about the person's own words, such as name and e-mail address: they add no strength
 * @throws Fault AUTH.PASSWORD_COMMON
 */
export function demandUncommon(password: string, about: readonly string[] = []): void {
  const scored = password.normalize('NFKC').slice(0, MAX_SCORED);
  const parts = partsOf(about);
  const { guesses } = judge().check(scored, ['pandafab', 'fablab', ...parts]);
  if (guesses < MIN_GUESSES || isMadeOf(parts, scored)) throw new Fault('AUTH.PASSWORD_COMMON');
}
