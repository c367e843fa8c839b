import type { Expectation, PlanJob, WantedChange } from '@pandafab/domain';
import type { JobId, LabId } from '@pandafab/shared';
import { Machine } from '../../../network/machines/machine.entity';
import type { Unit } from '../../../platform/persistence/unit';
import { spoolChangeWanted } from '../../notices/staff-notices';
import { tellStaff } from '../../notices/tell-staff';
import { WantedChangeRow } from './wanted-change.entity';

type Waiting = readonly Pick<PlanJob, 'id' | 'setup'>[];

const countBySetup = (waiting: Waiting): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { setup } of waiting) counts.set(setup, (counts.get(setup) ?? 0) + 1);
  return counts;
};

/** Keeps the changes of spools for which it is time, and tells the staff of each once. */
export async function askForChanges(
  unit: Unit,
  labId: LabId,
  changes: readonly WantedChange[],
  waiting: Waiting,
): Promise<void> {
  if (changes.length === 0) return;
  const { manager, now } = unit;
  const rows = await manager.findBy(WantedChangeRow, { labId });
  const counts = countBySetup(waiting);
  for (const { machineId, jobId, load } of changes) {
    const key = { machineId, load };
    const known = rows.find((row) => row.machineId === machineId && row.load === load);
    const jobs = counts.get(load) ?? 1;
    if (known?.wanted && known.jobs === jobs) continue;
    unit.touch(labId);
    if (known) {
      await manager.update(WantedChangeRow, key, { wanted: true, jobs, jobId });
      continue;
    }
    await manager.insert(WantedChangeRow, { ...key, labId, jobId, jobs, since: now, wanted: true });
    const { name: machine } = await manager.findOneByOrFail(Machine, { id: machineId });
    await tellStaff(unit, spoolChangeWanted, labId, { machineId, machine, load, jobs });
  }
}

/**
 * Forgets the changes that no waiting job needs any more, and hides those that the queue does without.
 * @returns true if people see something else
 */
export async function settleChanges(
  { manager }: Unit,
  labId: LabId,
  waiting: Waiting,
  expected: ReadonlyMap<JobId, Expectation>,
): Promise<boolean> {
  const rows = await manager.findBy(WantedChangeRow, { labId });
  if (rows.length === 0) return false;
  const counts = countBySetup(waiting);
  const setupOf = new Map(waiting.map(({ id, setup }) => [id, setup]));
  const planned = new Set(
    [...expected.values()].flatMap(({ jobId, machineId, change }) =>
      change ? [`${machineId} ${setupOf.get(jobId)}`] : [],
    ),
  );
  let isChanged = false;
  for (const { machineId, load, wanted, jobs } of rows) {
    const key = { machineId, load };
    const left = counts.get(load) ?? 0;
    const wantedStill = wanted && planned.has(`${machineId} ${load}`);
    if (left > 0 && wantedStill === wanted && left === jobs) continue;
    if (left === 0) await manager.delete(WantedChangeRow, key);
    else await manager.update(WantedChangeRow, key, { wanted: wantedStill, jobs: left });
    isChanged ||= wanted;
  }
  return isChanged;
}
