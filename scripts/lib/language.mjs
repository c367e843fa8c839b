const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';

/** The terminal's language, by the rule of `languageFromEnvironment` in libs/shared: set-up runs before that is built. */
export const language = locale.toLowerCase().startsWith('fr') ? 'fr' : 'en';

/**
 * The words in the terminal's language. `inLanguage` of libs/shared also sets the spaces of French typography; it is not
 * used here, because in a fresh clone nothing is compiled yet.
 * @param {import('../../libs/shared/src/wording.js').Wording} wording
 * @returns {string}
 */
const inLanguage = (wording) => wording[language];

/**
 * Chooses the sentence in the terminal's language.
 * @param {string} en
 * @param {string} fr
 * @returns {string}
 */
export const say = (en, fr) => inLanguage({ en, fr });

/**
 * A number as the terminal's language writes it, without grouping.
 * @param {number} value
 * @param {number} digits after the decimal sign
 * @returns {string} such as `4.944` or `4,944`; never `-0.000`
 */
export const decimal = (value, digits) =>
  new Intl.NumberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: false,
    signDisplay: 'negative',
  }).format(value);
