import type { Span } from '@pandafab/domain';
import type { Instant, LabId, MachineId, MemberId } from '@pandafab/shared';
import { type EntityManager, IsNull, LessThan, MoreThan } from 'typeorm';
import { plannedMaintenance } from '../../network/maintenance/planned-maintenance';
import { Booking } from './bookings.entities';

/** A time at which a machine is kept for maintenance, or for the member who booked it. */
export interface UnavailableSpan extends Span {
  readonly why: 'maintenance' | 'booking';
  /** Of a booking. */
  readonly memberId?: MemberId;
}

/**
 * When the machines of a lab are kept for something else than the queue: whole times that touch the given one, sorted
 * by their beginning. Maintenance may overlap a booking that was made before it. Machines without any are left out.
 */
export async function unavailableSpans(
  manager: EntityManager,
  labId: LabId,
  from: Instant,
  until: Instant,
): Promise<ReadonlyMap<MachineId, readonly UnavailableSpan[]>> {
  const spans = new Map<MachineId, UnavailableSpan[]>();
  const add = (machineId: MachineId, span: UnavailableSpan) =>
    spans.set(machineId, [...(spans.get(machineId) ?? []), span]);
  for (const [machineId, windows] of await plannedMaintenance(manager, labId, from, until))
    for (const window of windows) add(machineId, { ...window, why: 'maintenance' });
  const bookings = await manager.findBy(Booking, {
    ...{ labId, cancelledAt: IsNull() },
    ...{ fromAt: LessThan(until), untilAt: MoreThan(from) },
  });
  for (const { machineId, memberId, fromAt, untilAt } of bookings)
    add(machineId, { from: fromAt, until: untilAt, why: 'booking', memberId });
  for (const each of spans.values()) each.sort((a, b) => a.from - b.from);
  return spans;
}
