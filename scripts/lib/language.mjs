const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';

/** The terminal's language, by the rule of `languageFromEnvironment` in libs/shared: set-up runs before that is built. */
export const language = locale.toLowerCase().startsWith('fr') ? 'fr' : 'en';

/**
 * Chooses the sentence in the terminal's language.
 * @param {string} en
 * @param {string} fr
 * @returns {string}
 */
export const say = (en, fr) => (language === 'fr' ? fr : en);
