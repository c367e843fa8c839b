import { type FinishedRun, movementsOfRun, type RunMovements } from '@pandafab/domain';
import { newId, type RunId, type SpoolId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import type { Unit } from '../../platform/persistence/unit';
import { MaterialMovement, SpoolChangeRow } from './material.entities';
import { loadStock } from './stock';

/** The spool changes of these runs, in order of time. */
export const changesOfRuns = async (
  manager: EntityManager,
  runIds: readonly RunId[],
): Promise<SpoolChangeRow[]> =>
  runIds.length === 0
    ? []
    : manager.find(SpoolChangeRow, { where: { runId: In([...runIds]) }, order: { at: 'ASC', id: 'ASC' } });

/**
 * Books the material of a run on the spools that it came from, each from the point at which it was loaded.
 * @returns the usage that came from unknown spools
 */
export async function bookRun(
  { manager, now }: Unit,
  { runId, spools, filamentUm }: Pick<FinishedRun, 'runId' | 'spools' | 'filamentUm'>,
): Promise<RunMovements['unattributed']> {
  const rows = await changesOfRuns(manager, [runId]);
  const ids = [...spools, ...rows.map(({ spoolId }) => spoolId)].filter((id) => id !== null);
  const stock = await loadStock(manager, [...new Set(ids)]);
  const spoolOf = (id: SpoolId | null) => (id ? (stock.get(id) ?? null) : null);
  const changes = rows.map(({ spoolId, tool, filamentUm: um }) => ({
    ...{ tool, filamentUm: um },
    spool: spoolOf(spoolId),
  }));
  const extrusion = { runId, filamentUm, spools: spools.map(spoolOf), changes };
  const { movements, unattributed } = movementsOfRun(extrusion);
  for (const movement of movements)
    await manager.insert(MaterialMovement, {
      ...movement,
      id: newId<string>(),
      kind: 'print',
      at: now,
    });
  return unattributed;
}
