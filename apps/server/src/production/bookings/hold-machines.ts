import type { Span } from '@pandafab/domain';
import { Fault, type LabId, type MachineId, type MemberId, newId } from '@pandafab/shared';
import { In, IsNull } from 'typeorm';
import { requestMatching } from '../../network/labs/request-matching';
import { Machine } from '../../network/machines/machine.entity';
import { demandInService } from '../../network/machines/machine-retirement';
import { audit } from '../../platform/audit/audit';
import type { Unit } from '../../platform/persistence/unit';
import { Booking } from './bookings.entities';
import { type UnavailableSpan, unavailableSpans } from './unavailable-spans';

/** A machine that is needed for something else than a member's own print, such as a course. */
export interface MachineHold extends Span {
  readonly machineId: MachineId;
  /** Who is at the machine: that member's jobs may begin on it. */
  readonly memberId: MemberId;
  /** What it is for: such a booking is changed and cancelled there only. */
  readonly heldFor: string;
}

/** A machine that cannot be held, and why. */
export interface MachineClash {
  readonly hold: MachineHold;
  readonly machine: Pick<Machine, 'id' | 'name'>;
  readonly why: UnavailableSpan['why'];
}

/** The holds that clash with maintenance or with a booking. Call it with the lab locked. */
export async function machineClashes(
  { manager }: Unit,
  labId: LabId,
  holds: readonly MachineHold[],
): Promise<MachineClash[]> {
  if (holds.length === 0) return [];
  const machines = await manager.findBy(Machine, { id: In(holds.map(({ machineId }) => machineId)), labId });
  const byId = new Map(machines.map((machine) => [machine.id, machine]));
  const from = Math.min(...holds.map((hold) => hold.from));
  const until = Math.max(...holds.map((hold) => hold.until));
  const taken = await unavailableSpans(manager, labId, from, until);
  return holds.flatMap((hold) => {
    const machine = byId.get(hold.machineId);
    if (!machine) throw new Fault('MACHINE.UNKNOWN');
    demandInService(machine);
    const spans = taken.get(hold.machineId) ?? [];
    const other = spans.find((span) => span.from < hold.until && hold.from < span.until);
    return other ? [{ hold, machine, why: other.why }] : [];
  });
}

/**
 * Keeps machines of a lab for something else than the queue. The lab's rules for members do not apply; maintenance and
 * other bookings do. It locks the lab: two callers at once do not get the same time.
 * @returns the bookings, in the order of `holds`; or what is in the way, and then nothing is written
 * @throws Fault MACHINE.UNKNOWN, also for a machine of another lab; MACHINE.RETIRED
 */
export async function holdMachines(
  unit: Unit,
  labId: LabId,
  holds: readonly MachineHold[],
): Promise<{ readonly clashes: readonly MachineClash[]; readonly bookings: readonly Booking[] }> {
  if (holds.length === 0) return { clashes: [], bookings: [] };
  const { manager, now } = unit;
  await requestMatching(unit, labId);
  const clashes = await machineClashes(unit, labId, holds);
  if (clashes.length > 0) return { clashes, bookings: [] };
  const bookings = holds.map(
    ({ machineId, memberId, heldFor, from, until }): Booking => ({
      ...{ id: newId<string>(), machineId, labId, memberId, heldFor },
      ...{ fromAt: from, untilAt: until, bookedAt: now, cancelledBy: null, cancelledAt: null },
    }),
  );
  for (const booking of bookings) {
    await manager.insert(Booking, booking);
    await note(unit, 'booking.made', booking);
  }
  return { clashes, bookings };
}

/** Gives held machines back. Does nothing to bookings that are cancelled already. */
export async function releaseMachines(unit: Unit, labId: LabId, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { manager, now, by } = unit;
  await requestMatching(unit, labId);
  for (const booking of await manager.findBy(Booking, { id: In([...ids]), labId, cancelledAt: IsNull() })) {
    const cancelledBy = by.kind === 'account' ? (by.id as Booking['cancelledBy']) : null;
    await manager.update(Booking, { id: booking.id }, { cancelledBy, cancelledAt: now });
    await note(unit, 'booking.cancelled', booking);
  }
}

const note = (
  unit: Unit,
  action: 'booking.made' | 'booking.cancelled',
  { id, labId, machineId, fromAt: from, untilAt: until, heldFor }: Booking,
): Promise<void> =>
  audit(unit, { action, subject: ['booking', id], labId, after: { machineId, from, until, heldFor } });
