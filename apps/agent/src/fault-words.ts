import {
  describeFault,
  type FaultDetails,
  isFaultCode,
  languageFromEnvironment,
  typeset,
} from '@pandafab/shared';

const language = languageFromEnvironment(process.env);

/** Chooses the terminal's language. */
export const say = (en: string, fr: string): string => typeset(language === 'fr' ? fr : en, language);

/** What happened and the cure, in the terminal's language; a code of another version as it came. */
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
