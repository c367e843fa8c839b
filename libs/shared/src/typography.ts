import type { Language } from './language';

/** U+00A0: a line never ends here. */
export const NO_BREAK_SPACE = '\u00a0';
/** U+202F: the same, and narrower. */
export const NARROW_NO_BREAK_SPACE = '\u202f';

const UNITS = 'mm³|cm³|mm²|mm|cm|µm|m|km|kg|mg|g|ms|s|min|h|j|°C|%|€|octets|ko|Mo|Go|kB|MB|GB|bauds';
/** The characters that may follow a sign at the end of a word: “ :8080” and “ ;FLAVOR” are not French sentences. */
const AFTER = '(?=[\\s»”’")\\]<.…]|$)';

const RULES: readonly (readonly [RegExp, string])[] = [
  [new RegExp(` (?=[;?!]+${AFTER})`, 'g'), NARROW_NO_BREAK_SPACE],
  [new RegExp(` (?=:${AFTER})`, 'g'), NO_BREAK_SPACE],
  [/(?<=«) | (?=»)/g, NO_BREAK_SPACE],
  // “2 h 05”, “{count} g”: a number, or what will be one, and its unit.
  [new RegExp(`(?<=[\\d}]) (?=(?:${UNITS})(?![\\p{L}\\p{N}’]))`, 'gu'), NO_BREAK_SPACE],
  [/(?<=\d[ \u00a0]h) (?=\d)/g, NO_BREAK_SPACE],
];

/**
 * The spaces of French typography, by the rules of the Imprimerie nationale: narrow and unbreakable before
 * `; ? !`, unbreakable before `:`, inside « » and between a number and its unit. It is applied to sentences before
 * users' words are filled in, and does not change correct spaces.
 */
export const typesetFrench = (sentence: string): string =>
  RULES.reduce((text, [pattern, space]) => text.replace(pattern, space), sentence);

/** A sentence with the typography of its language; English has no such spaces. */
export const typeset = (sentence: string, language: Language): string =>
  language === 'fr' ? typesetFrench(sentence) : sentence;

/** The same for every sentence of a tree of words. */
export function typesetAll<Tree>(tree: Tree, language: Language): Tree {
  if (typeof tree === 'string') return typeset(tree, language) as Tree;
  if (Array.isArray(tree)) return tree.map((each: unknown) => typesetAll(each, language)) as Tree;
  if (typeof tree !== 'object' || tree === null) return tree;
  const set = Object.entries(tree).map(([key, value]) => [key, typesetAll<unknown>(value, language)]);
  return Object.fromEntries(set) as Tree;
}

const locales: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** A number in the form of its language, ungrouped: “0,4” and “0.4”, “12000”. */
export const decimalIn = (value: number, language: Language, digits?: number): string =>
  new Intl.NumberFormat(locales[language], {
    minimumFractionDigits: digits ?? 0,
    maximumFractionDigits: digits ?? 6,
    useGrouping: false,
    signDisplay: 'negative',
  }).format(value);

/** An amount in the form of its language: “12,50 €” and “12.50 €”. */
export const eurosIn = (cents: number, language: Language): string =>
  `${decimalIn(cents / 100, language, 2)}${NO_BREAK_SPACE}€`;

/**
 * Decimal hours as people read them, in both languages: 2.5 is “2 h 30 min”, 0.0347 is “2 min 05 s”. Seconds are shown
 * when they are not 0, so that the reader of a bill can check its amount.
 */
export function hoursAndMinutes(hours: number): string {
  const whole = Math.round(Math.abs(hours) * 3600);
  const parts = [
    [Math.floor(whole / 3600), 'h'],
    [Math.floor((whole % 3600) / 60), 'min'],
    [whole % 60, 's'],
  ] as const;
  const told = parts.filter(([count]) => count > 0);
  const words = told.map(([count, unit], at) => `${String(count).padStart(at > 0 ? 2 : 1, '0')} ${unit}`);
  const sign = hours < 0 && whole > 0 ? '-' : '';
  return `${sign}${words.join(' ') || '0 min'}`.replaceAll(' ', NO_BREAK_SPACE);
}
