import type { PrestationId } from '@pandafab/shared';
import { audit, difference } from '../../platform/audit/audit';
import type { Unit } from '../../platform/persistence/unit';
import { demandKnown } from './create-prestation';
import type { PrestationChangesDto } from './prestation.dto';
import { Prestation } from './prestation.entities';
import { demandAcceptsLines, lockNamed } from './prestation-lines';
import { urgencyOf } from './urgency';

/** What documents print or depend on; notes and the person in charge can be changed at any time. */
const ALWAYS: readonly string[] = ['notes', 'responsibleId'] satisfies (keyof PrestationChangesDto)[];

/**
 * Changes the given fields of a prestation.
 * @throws Fault REQUEST.NOT_FOUND, BILLING.ALREADY_INVOICED, PRESTATION.CANCELLED, and those of `demandKnown`.
 */
export async function changePrestation(
  unit: Unit,
  id: PrestationId,
  changes: PrestationChangesDto,
): Promise<Prestation> {
  const { manager } = unit;
  const prestation = await lockNamed(unit, id);
  const changed = difference(prestation, changes);
  if (!changed) return prestation;
  if (Object.keys(changed.after).some((field) => !ALWAYS.includes(field))) demandAcceptsLines(prestation);
  await demandKnown(manager, changes);
  const next: Prestation = { ...prestation, ...changes };
  next.urgency = urgencyOf(next);
  await manager.update(Prestation, { id }, { ...next });
  await audit(unit, {
    action: 'prestation.changed',
    subject: ['prestation', id],
    before: shown(changed.before),
    after: { ...shown(changed.after), fields: Object.keys(changed.after) },
  });
  return next;
}

/** Notes and addresses may name a private person: the trail, which is never deleted, has only that they changed. */
const shown = ({ notes: _, deliverTo: __, ...rest }: Record<string, unknown>) => rest;
