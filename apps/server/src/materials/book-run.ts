import { movementsOfRun } from '@pandafab/domain';
import { type Clock, newId, type RunId, type SpoolId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import type { Run } from '../jobs/run.entity';
import { MaterialMovement, SpoolChangeRow } from './material.entities';
import { loadStock } from './stock';

/** The changes of spool of these runs, in the order in which they were made. */
export const changesOfRuns = (manager: EntityManager, runIds: readonly RunId[]): Promise<SpoolChangeRow[]> =>
  manager.find(SpoolChangeRow, { where: { runId: In([...runIds]) }, order: { at: 'ASC', id: 'ASC' } });

/**
 * Takes what a run used off the spools that it took it from, each from where it was put on.
 * @returns what came from spools that nobody knows
 */
export async function bookRun(
  manager: EntityManager,
  clock: Clock,
  { id: runId, spools }: Pick<Run, 'id' | 'spools'>,
  filamentUm: readonly number[],
) {
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
  for (const { key: _unique, ...movement } of movements)
    await manager.insert(MaterialMovement, {
      ...movement,
      id: newId<string>(),
      kind: 'print',
      at: clock.now(),
    });
  return unattributed;
}
