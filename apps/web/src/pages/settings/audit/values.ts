import type { Schemas } from '../../../api/client';

type Entry = Schemas['AuditEntry'];
type Values = Readonly<Record<string, unknown>>;

/** One field that an audit entry tells of. */
export interface ChangedField {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

const merged = (values: Values | null | undefined, personal: Values | null | undefined): Values => ({
  ...values,
  ...personal,
});

/** The fields before and after, the personal ones too, in the order of their names. */
export function changedFields({ before, after, personal }: Pick<Entry, 'before' | 'after' | 'personal'>) {
  const [was, is] = [merged(before, personal?.before), merged(after, personal?.after)];
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
  return fields.map((field): ChangedField => ({ field, before: was[field], after: is[field] }));
}

/** The page of what an entry is about; undefined where it has none. */
export function pageOf({ kind, id }: Pick<Entry['subject'], 'kind' | 'id'>): string | undefined {
  if (id === null) return undefined;
  const pages: Readonly<Record<string, string>> = {
    machine: `/machines/${id}`,
    member: `/members?member=${id}`,
    job: `/jobs/${id}`,
    lab: `/settings/labs/${id}`,
    prestation: `/prestations/${id}`,
  };
  return pages[kind];
}
