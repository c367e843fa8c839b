import {
  describeFault,
  type FaultDetails,
  inLanguage,
  isFaultCode,
  languageFromEnvironment,
} from '@pandafab/shared';

const language = languageFromEnvironment(process.env);

/** Chooses the terminal's language. */
export const say = (en: string, fr: string): string => inLanguage({ en, fr }, language);

/** The fault's sentence and its cure, in the terminal's language; an unknown code of another version as it is. */
export function wordsOf({
  code,
  details,
}: {
  readonly code: string;
  readonly details: FaultDetails;
}): string {
  if (!isFaultCode(code)) return `${code} ${JSON.stringify(details)}`;
  const { what, cure } = describeFault({ code, details }, language);
  return `${what} ${cure}`;
}
