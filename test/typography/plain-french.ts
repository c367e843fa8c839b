import { folded } from '@pandafab/shared';
import { dictionary } from '@zxcvbn-ts/language-fr';

/** Words of French films' subtitles, the most frequent first: what everybody hears. */
const COMMON = new Set((dictionary['commonWords-fr'] as readonly string[]).map(folded));

/** More words than this in one sentence are hard to keep in mind: plain-language guides ask for 15 to 20 on average. */
export const MOST_WORDS = 20;

/** The sentences of a text. A placeholder stands for one word. */
export const sentencesOf = (text: string): readonly string[] =>
  text
    .replace(/\{\{\w+\}\}|\$?\{[^}]*\}/g, 'X')
    .split(/(?<=[.!?…])\s+|\n+|\s[;:]\s/)
    .map((sentence) => sentence.trim())
    .filter(Boolean);

/** The words of a sentence, without elided ones (l’, d’, qu’), names in capitals, and what is no word: codes, figures, addresses. */
export const wordsOf = (sentence: string): readonly string[] =>
  sentence
    .replace(/`[^`]*`|«[^»]*»|\S*[@/_<>=\d]\S*|\w+[.:]\w+\S*|--?\w+/g, ' ')
    .replace(/\p{L}+[’']/gu, ' ')
    .split(/[^\p{L}-]+/u)
    .filter((word) => /\p{Ll}{2}/u.test(word));

/** Endings of a word, and those of the forms in which the list may have it. */
const FORMS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/s$/, ['']],
  [/x$/, ['', 'l']],
  [/e$/, ['']],
  [/es$/, ['', 'e']],
  [/ee?s?$/, ['er', 'e']],
  [/(ez|ons|ent|ait|aient|ant|era|eront|erez|er|e|es|a)$/, ['er', 'e', 'ent', 'é']],
  [/(it|is|issez|issent|issait|ira|iront|i|ie|ies)$/, ['ir', 'i']],
  [/iv(ez|ent|ons)$/, ['re', 'it']],
  [/uis(ez|ent|ons)$/, ['uire', 'uit']],
  [/(teur|trice|trices|teurs)$/, ['ter', 'tion', 'teur']],
  [/ment$/, ['', 'er']],
  [/aux$/, ['al', 'ail']],
];

/** Whether everybody knows the word, or a form of it, or its parts. */
export function isCommon(word: string, also: ReadonlySet<string>): boolean {
  const plain = folded(word);
  const known = (form: string) => COMMON.has(folded(form)) || also.has(folded(form));
  if (known(plain)) return true;
  if (/^(?:re|de)./.test(plain) && (known(plain.slice(2)) || isCommon(plain.slice(2), also))) return true;
  if (plain.includes('-')) return plain.split('-').every((part) => part.length < 3 || isCommon(part, also));
  return FORMS.some(([ending, others]) =>
    ending.test(plain) ? others.some((other) => known(plain.replace(ending, other))) : false,
  );
}

/** “est fait par”: who does it comes last. The actor should come first. */
export const passivesIn = (sentence: string): readonly string[] =>
  sentence.match(
    /\b(?:est|sont|sera|seront|était|étaient|été|être|soit)\s(?:\p{L}+ment\s)?\p{L}+(?:é|i|u|t|s)e?s?\spar\s(?!défaut|exemple|mois|an\b|jour|heure|semaine|page|un|autre|\p{L}+ant)\p{L}+/gu,
  ) ?? [];
