/** Letters that Unicode does not decompose, and signs that people type in several ways. */
const ALIKE: Readonly<Record<string, string>> = {
  ...{ œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' },
  ...{ '’': "'", '‘': "'", ʼ: "'", '′': "'", '`': "'", '´': "'" },
  ...{ '‐': '-', '‑': '-', '–': '-', '—': '-', '−': '-' },
};
const ANY_ALIKE = new RegExp(`[${Object.keys(ALIKE).join('')}]`, 'gu');

/**
 * For comparing what people type: without accents and invisible characters, in small letters, in one of Unicode's forms, with
 * plain apostrophes and hyphens and single spaces. The same for both databases, neither of which can do it.
 */
export const folded = (text: string): string =>
  text
    .replace(ANY_ALIKE, (character) => ALIKE[character] ?? character)
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(ANY_ALIKE, (character) => ALIKE[character] ?? character)
    .replace(/\s+/g, ' ')
    .trim();
