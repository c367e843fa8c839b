import { type LabId, type MachineId, newId, type RunId } from '@pandafab/shared';
import type { Unit } from '../../platform/persistence/unit';
import { BedClearing } from './bed-clearing.entity';
import { Machine } from './machine.entity';

/**
 * A part may lie on a machine's bed: the machine gets no job until a person confirms that the bed is clear.
 * @param runId the run whose part it is; null: a run that this database does not know
 * @returns false where the lab has no such machine
 */
export async function occupyBed(
  { manager, now }: Unit,
  { id, labId }: { readonly id: MachineId; readonly labId: LabId },
  runId: RunId | null,
): Promise<boolean> {
  await manager.update(Machine, { id, labId, bed: 'clear' }, { bedSince: now });
  const { affected } = await manager.update(Machine, { id, labId }, { bed: 'occupied', bedRunId: runId });
  return affected === 1;
}

/** A part of an unknown run may lie on each bed of the lab that counted as clear. */
export async function occupyClearBeds({ manager, now }: Unit, labId: LabId): Promise<void> {
  await manager.update(Machine, { labId, bed: 'clear' }, { bed: 'occupied', bedRunId: null, bedSince: now });
}

/** A person has cleared the bed. How long it was occupied is kept: forecasts learn from it. */
export async function clearBed({ manager, now }: Unit, machine: Machine): Promise<void> {
  const { id: machineId, labId, bed, bedSince } = machine;
  await manager.update(Machine, { id: machineId }, { bed: 'clear', bedRunId: null, bedSince: now });
  if (bed !== 'occupied' || bedSince === null) return;
  const clearing = { id: newId<string>(), machineId, labId, occupiedAt: bedSince, clearedAt: now };
  await manager.insert(BedClearing, clearing);
}
