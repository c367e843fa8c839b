import { mergeSpans, type Span } from '@pandafab/domain';
import type { Instant, LabId, MachineId } from '@pandafab/shared';
import { type EntityManager, IsNull, LessThan, MoreThan } from 'typeorm';
import { MaintenanceWindow } from './maintenance.entities';

/**
 * The maintenance windows of a lab's machines that touch the given time, whole, sorted and disjoint. Machines without
 * any are left out.
 */
export async function plannedMaintenance(
  manager: EntityManager,
  labId: LabId,
  from: Instant,
  until: Instant,
): Promise<ReadonlyMap<MachineId, readonly Span[]>> {
  const windows = await manager.findBy(MaintenanceWindow, {
    ...{ labId, cancelledAt: IsNull() },
    ...{ fromAt: LessThan(until), untilAt: MoreThan(from) },
  });
  const byMachine = new Map<MachineId, Span[]>();
  for (const { machineId, fromAt, untilAt } of windows)
    byMachine.set(machineId, [...(byMachine.get(machineId) ?? []), { from: fromAt, until: untilAt }]);
  return new Map([...byMachine].map(([machineId, spans]) => [machineId, mergeSpans(spans)]));
}
