import { Fault, type MachineId, newId, type SessionId } from '@pandafab/shared';
import { In } from 'typeorm';
import type { Lab } from '../../network/labs/lab.entity';
import type { Unit } from '../../platform/persistence/unit';
import { holdMachines, releaseMachines } from '../../production/bookings/hold-machines';
import { type Session, SessionMachine } from './session.entities';
import { demandNoMachineClash } from './session-clashes';
import { trainersNamed } from './trainers';

/** A session, and the machines that it is to have. */
export interface WithMachines {
  readonly session: Pick<Session, 'id' | 'trainerId' | 'fromAt' | 'untilAt'>;
  readonly machineIds: readonly MachineId[];
}

/**
 * Books machines for sessions of one lab, through production.
 * @throws Fault SESSION.MACHINE_TAKEN, SESSION.MACHINE_IN_MAINTENANCE, MACHINE.UNKNOWN, MACHINE.RETIRED
 */
export async function takeMachines(
  unit: Unit,
  { id: labId, timeZone: zone }: Pick<Lab, 'id' | 'timeZone'>,
  all: readonly WithMachines[],
): Promise<void> {
  const wanted = all.flatMap(({ session, machineIds }) =>
    [...new Set(machineIds)].map((machineId) => ({ session, machineId })),
  );
  const trainers = await trainersNamed(
    unit.manager,
    wanted.map(({ session }) => session.trainerId),
  );
  const holds = wanted.map(({ session, machineId }) => {
    const trainer = trainers.get(session.trainerId);
    if (!trainer) throw new Fault('SESSION.NOT_TRAINER');
    const span = { from: session.fromAt, until: session.untilAt };
    return { machineId, memberId: trainer.memberId, heldFor: `session ${session.id}`, ...span };
  });
  const { clashes, bookings } = await holdMachines(unit, labId, holds);
  demandNoMachineClash(clashes, zone);
  const rows = wanted.map(({ session, machineId }, at) => ({
    ...{ id: newId<string>(), sessionId: session.id, machineId },
    bookingId: bookings[at]?.id ?? '',
  }));
  for (const row of rows) await unit.manager.insert(SessionMachine, row);
}

/** Gives back the machines of sessions of one lab. */
export async function giveMachinesBack(
  unit: Unit,
  labId: Session['labId'],
  ids: readonly SessionId[],
): Promise<void> {
  const rows = await unit.manager.findBy(SessionMachine, { sessionId: In([...ids]) });
  await releaseMachines(
    unit,
    labId,
    rows.map(({ bookingId }) => bookingId),
  );
  if (rows.length > 0) await unit.manager.delete(SessionMachine, { id: In(rows.map(({ id }) => id)) });
}
