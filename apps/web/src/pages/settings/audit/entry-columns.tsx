import type { TFunction } from 'i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../../api/client';
import { formatMoment } from '../../../parts/format';
import type { Column } from '../../../parts/table/data-table';
import { EntryValues } from './entry-values';
import { pageOf } from './values';

type Entry = Schemas['AuditEntry'];

/** Who did it, in words. */
function actorOf(t: TFunction, { kind, name }: Entry['actor']): string {
  if (kind === 'account') return name ?? t('audit.actors.account');
  return t(`audit.actors.${kind}`, { name: name ?? t('common.unknown') });
}

/** What was done, and to what, as a sentence; the thing is a link where it has a page. */
function sentenceOf(t: TFunction, { what, subject }: Entry) {
  const thing = subject.name ?? t(`audit.things.${subject.kind}`, { defaultValue: subject.kind });
  const sentence = subject.name ? t('audit.sentence', { what, thing }) : what;
  const page = pageOf(subject);
  return page ? <Link to={page}>{sentence}</Link> : sentence;
}

/** The columns of the audit trail: always the newest first. */
export const entryColumns = (t: TFunction): Column<Entry>[] => [
  { id: 'what', header: t('audit.what'), cell: (entry) => sentenceOf(t, entry) },
  { id: 'who', header: t('audit.who'), cell: ({ actor }) => actorOf(t, actor) },
  {
    id: 'when',
    header: t('audit.when'),
    cell: ({ at }) => <span className="settings-when">{formatMoment(at)}</span>,
  },
  { id: 'details', header: t('audit.details'), cell: (entry) => <EntryValues entry={entry} /> },
];
