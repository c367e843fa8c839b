import { audit, difference } from '../../platform/audit/audit';
import type { Unit } from '../../platform/persistence/unit';
import type { Organisation } from './organisation.entity';

/** A client may be a private person: names, addresses and mailboxes are not written into the permanent audit trail. */
const SHOWN: readonly string[] = [
  'kind',
  'countryCode',
  'siren',
  'siret',
  'vatNumber',
  'serviceCode',
  'engagementNumber',
  'requiresServiceCode',
  'requiresEngagement',
] satisfies (keyof Organisation)[];

const shown = (values: object) =>
  Object.fromEntries(Object.entries(values).filter(([field]) => SHOWN.includes(field)));

/** Writes which fields changed, and the values of those that are not personal; writes nothing if none changed. */
export async function auditOrganisation(
  unit: Unit,
  was: Organisation | null,
  organisation: Organisation,
): Promise<void> {
  const subject = ['organisation', organisation.id] as const;
  if (!was) {
    const after = shown(organisation);
    return audit(unit, { action: 'organisation.registered', subject, after });
  }
  const changed = difference(was, organisation);
  if (!changed) return;
  const after = { ...shown(changed.after), fields: Object.keys(changed.after) };
  await audit(unit, {
    action: 'organisation.changed',
    subject,
    before: shown(changed.before),
    after,
  });
}
