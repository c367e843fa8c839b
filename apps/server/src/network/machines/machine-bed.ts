import type { LabId, MachineId, RunId } from '@pandafab/shared';
import type { Unit } from '../../platform/persistence/unit';
import { Machine } from './machine.entity';

/**
 * A part may lie on a machine's bed: the machine gets no job until a person confirms that the bed is clear.
 * @param runId the run whose part it is; null: a run that this database does not know
 * @returns false where the lab has no such machine
 */
export async function occupyBed(
  { manager }: Unit,
  { id, labId }: { readonly id: MachineId; readonly labId: LabId },
  runId: RunId | null,
): Promise<boolean> {
  const { affected } = await manager.update(Machine, { id, labId }, { bed: 'occupied', bedRunId: runId });
  return affected === 1;
}

/** A part of an unknown run may lie on each bed of the lab that counted as clear. */
export async function occupyClearBeds({ manager }: Unit, labId: LabId): Promise<void> {
  await manager.update(Machine, { labId, bed: 'clear' }, { bed: 'occupied', bedRunId: null });
}
