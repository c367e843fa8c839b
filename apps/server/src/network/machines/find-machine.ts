import { Fault, type MachineId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Machine } from './machine.entity';

/** @throws Fault MACHINE.UNKNOWN */
export async function findMachine(manager: EntityManager, id: MachineId): Promise<Machine> {
  const machine = await manager.findOneBy(Machine, { id });
  if (!machine) throw new Fault('MACHINE.UNKNOWN');
  return machine;
}
