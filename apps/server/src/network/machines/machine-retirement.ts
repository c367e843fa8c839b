import { Fault, type MachineId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { toIsoOrNull } from '../../platform/http/fields';
import type { Unit } from '../../platform/persistence/unit';
import { auditMachine } from './change-machine';
import { findMachine } from './find-machine';
import { Machine } from './machine.entity';

/** @throws Fault MACHINE.RETIRED: nothing is sent to a machine that is no longer used, and nothing is loaded on it */
export function demandInService({ retiredAt }: Machine): void {
  if (retiredAt !== null) throw new Fault('MACHINE.RETIRED');
}

/** @throws Fault MACHINE.UNKNOWN, MACHINE.RETIRED */
export async function findMachineInService(manager: EntityManager, id: MachineId): Promise<Machine> {
  const machine = await findMachine(manager, id);
  demandInService(machine);
  return machine;
}

/** Takes a machine out of service, or back into it with null. Its history stays. */
export async function writeRetirement(
  unit: Unit,
  machine: Machine,
  retiredAt: Machine['retiredAt'],
): Promise<void> {
  await unit.manager.update(Machine, { id: machine.id }, { retiredAt });
  await auditMachine(unit, machine, retiredAt === null ? 'machine.restored' : 'machine.retired', {
    before: { retiredAt: toIsoOrNull(machine.retiredAt) },
    after: { retiredAt: toIsoOrNull(retiredAt) },
  });
}
