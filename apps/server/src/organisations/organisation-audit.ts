import type { Clock } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { audit, difference } from '../audit/audit';
import type { Organisation } from './organisation.entity';

/** A client may be a private person: names, addresses and mailboxes stay out of what is kept for good. */
const SHOWN: readonly string[] = [
  'kind',
  'countryCode',
  'siren',
  'siret',
  'vatNumber',
  'serviceCode',
  'engagementNumber',
] satisfies (keyof Organisation)[];

const shown = (values: object) =>
  Object.fromEntries(Object.entries(values).filter(([field]) => SHOWN.includes(field)));

/** Notes which fields changed, and the values of those that are nobody's secret; nothing where none did. */
export async function auditOrganisation(
  manager: EntityManager,
  clock: Clock,
  was: Organisation | null,
  organisation: Organisation,
): Promise<void> {
  const subject = ['organisation', organisation.id] as const;
  if (!was) {
    const after = shown(organisation);
    return audit(manager, clock, { action: 'organisation.registered', subject, after });
  }
  const changed = difference(was, organisation);
  if (!changed) return;
  const after = { ...shown(changed.after), fields: Object.keys(changed.after) };
  await audit(manager, clock, {
    action: 'organisation.changed',
    subject,
    before: shown(changed.before),
    after,
  });
}
