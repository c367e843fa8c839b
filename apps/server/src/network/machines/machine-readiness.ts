import { Injectable } from '@nestjs/common';
import type { Instant, MachineId } from '@pandafab/shared';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { auditMachine, changeMachine } from './change-machine';
import { Machine } from './machine.entity';
import { demandInService } from './machine-retirement';

/** How long a person who confirmed a start is taken to be at the machine. */
const READY_MS = 15 * 60_000;

/** For machines whose starts wait for a person: a person at the machine says that the next print may start. */
@Injectable()
export class MachineReadiness {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * The next print on this machine may start during the next 15 minutes.
   * @returns the end of that time
   * @throws Fault MACHINE.UNKNOWN, MACHINE.RETIRED
   */
  async confirm(id: MachineId): Promise<Instant> {
    let readyUntil = 0;
    await changeMachine(this.unitOfWork, id, async (unit, machine) => {
      demandInService(machine);
      readyUntil = unit.now + READY_MS;
      await unit.manager.update(Machine, { id }, { readyUntil });
      await auditMachine(unit, machine, 'machine.start-confirmed');
    });
    return readyUntil;
  }
}

/**
 * A run begins: the next start waits for a person again.
 * @returns true if a person had confirmed this start and the 15 minutes had not passed
 */
export async function takeReadiness({ manager, now }: Unit, machineId: MachineId): Promise<boolean> {
  const machine = await manager.findOne(Machine, {
    where: { id: machineId },
    select: { id: true, readyUntil: true },
  });
  if (!machine || machine.readyUntil === null) return false;
  await manager.update(Machine, { id: machineId }, { readyUntil: null });
  return machine.readyUntil > now;
}
