import type { Instant, Language } from '@pandafab/shared';
import { DateTime } from 'luxon';

/** The network's zone: a mail has no page that knows the reader's own. */
const ZONE = 'Europe/Paris';

const FORMATS: Readonly<Record<Language, { readonly locale: string; readonly format: string }>> = {
  fr: { locale: 'fr', format: "cccc d LLLL 'à' HH'\u00a0h\u00a0'mm" },
  en: { locale: 'en-GB', format: "cccc d LLLL 'at' HH:mm" },
};

/** A day and an hour, such as “Thursday 3 December at 14:30”. */
export function instantInWords(instant: Instant, language: Language): string {
  const { locale, format } = FORMATS[language];
  return DateTime.fromMillis(instant, { zone: ZONE, locale }).toFormat(format);
}
