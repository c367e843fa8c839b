import type { MachineId, SpoolId } from '@pandafab/shared';
import type { Unit } from '../../platform/persistence/unit';
import { Machine } from './machine.entity';

/** Records which spool is on a machine. stock decides whether it may be. @param spoolId null: no known spool */
export async function writeLoadedSpool(
  { manager }: Unit,
  id: MachineId,
  spoolId: SpoolId | null,
): Promise<void> {
  await manager.update(Machine, { id }, { spoolId });
}
