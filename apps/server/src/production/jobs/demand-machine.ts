import { Fault, type LabId, type MachineId } from '@pandafab/shared';
import { type EntityManager, IsNull } from 'typeorm';
import { Machine } from '../../network/machines/machine.entity';

/** @throws Fault MACHINE.UNKNOWN where the lab has no such machine in service */
export async function demandMachineOf(manager: EntityManager, labId: LabId, id: MachineId): Promise<void> {
  if (!(await manager.existsBy(Machine, { id, labId, retiredAt: IsNull() })))
    throw new Fault('MACHINE.UNKNOWN');
}
