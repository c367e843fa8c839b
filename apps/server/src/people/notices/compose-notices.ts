import { inLanguage, type Language } from '@pandafab/shared';
import type { NoticeMailLine } from './notice.entities';
import type { NoticeDetails, NoticeKind } from './notice-kind';
import { putNoticeIntoWords, subjectTogether } from './notice-words';

/** Lines of one mail: with more, the mail says how many more there are. */
const MOST_LINES = 20;

type Line = Pick<NoticeMailLine, 'subjectKey' | 'details' | 'count'>;

/** The words of one mail about events of one kind. */
export interface ComposedNotices {
  readonly subject: string;
  /** One paragraph per line. */
  readonly lines: string;
  /** The name of the kind. */
  readonly name: string;
  /** The page that the mail links to: about the event, or the list of notices. */
  readonly path: string;
}

/** @param lines at least one, oldest first */
export function composeNotices(
  kind: NoticeKind<NoticeDetails>,
  lines: readonly Line[],
  language: Language,
): ComposedNotices {
  const keys = [...new Set(lines.map(({ subjectKey }) => subjectKey))];
  const subjects = keys.map((key) => gathered(lines.filter(({ subjectKey }) => subjectKey === key)));
  const all = subjects.map((each) => putNoticeIntoWords(kind, each, language));
  const shown = all.slice(0, MOST_LINES).flatMap(({ title, more }) => (more ? [title, more] : [title]));
  const [first] = subjects;
  const isOne = subjects.length === 1 && first !== undefined;
  const count = subjects.reduce((sum, each) => sum + each.count, 0);
  const left = all.length - MOST_LINES;
  return {
    subject: isOne ? (all[0]?.title ?? '') : subjectTogether(kind, count, language),
    lines: [...shown, ...(left > 0 ? [`… + ${left}`] : [])].join('\n'),
    name: inLanguage(kind.words, language).name,
    path: isOne ? kind.path(first.details) : '/notices',
  };
}

/** Lines of one subject as one: with the details of the latest. */
function gathered(lines: readonly Line[]): Line {
  const last = lines.at(-1);
  if (!last) throw new Error('a group of no lines');
  return { ...last, count: lines.reduce((sum, { count }) => sum + count, 0) };
}
