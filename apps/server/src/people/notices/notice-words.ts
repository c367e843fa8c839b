import { inLanguage, type Language } from '@pandafab/shared';
import type { NoticeDetails, NoticeKind } from './notice-kind';

interface Told {
  readonly details: NoticeDetails;
  readonly count: number;
}

/** What a notice says: its first line, and more sentences where it has any. */
export interface Sentences {
  readonly title: string;
  readonly more: string | null;
}

const fill = (sentence: string, values: Readonly<Record<string, unknown>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** A notice in the reader's language. */
export function putNoticeIntoWords(
  kind: NoticeKind<NoticeDetails>,
  { details, count }: Told,
  language: Language,
): Sentences {
  const { one, several } = inLanguage(kind.words, language);
  const values = { ...details, ...kind.values?.(details, language), count };
  return {
    title: fill(count === 1 ? one : several, values),
    more: kind.more?.(details, language) ?? null,
  };
}

/** The subject of a mail that tells of several subjects. */
export const subjectTogether = (kind: NoticeKind<NoticeDetails>, count: number, language: Language): string =>
  fill(inLanguage(kind.words, language).together, { count });
