import { inLanguage, languageFromEnvironment } from '@pandafab/shared';

/** Chooses the sentence in the terminal's language. */
export const inTerminalLanguage = (en: string, fr: string): string =>
  inLanguage({ en, fr }, languageFromEnvironment(process.env));
