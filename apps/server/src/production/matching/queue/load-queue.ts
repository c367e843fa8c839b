import { againstPeople, DEFAULT_WEIGHTS, type PlanJob, type Queue } from '@pandafab/domain';
import type { Instant, LabId, MachineId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import type { PresenceBook } from '../../../network/link/presence-book';
import { StoredFile } from '../../files/file.entity';
import { expectedSeconds, readOn } from '../../guard/read-as';
import { Job } from '../../jobs/job.entities';
import { recentUse } from '../../jobs/queue/recent-use';
import { Run } from '../../jobs/run.entity';
import type { LabMachines } from '../snapshot';
import { planMachinesOf, type RunningPrint } from './plan-machines';
import { loadWaitingJobs } from './waiting-jobs';

/** The jobs that only machines keep waiting, and all waiting jobs. */
export interface LabQueue extends Queue {
  readonly waiting: readonly PlanJob[];
}

/** The queue of a lab, as the decision and its forecast see it. */
export async function loadQueue(
  manager: EntityManager,
  now: Instant,
  labId: LabId,
  lab: LabMachines,
  presence: PresenceBook,
): Promise<LabQueue> {
  const weights = DEFAULT_WEIGHTS;
  const running = await runningPrints(manager, now, labId, lab, presence);
  const used = await recentUse(manager, now, labId, weights.halfLifeDays);
  const work = { running, worked: await workedSeconds(manager, now, labId), times: lab.times };
  const waiting = await loadWaitingJobs(manager, now, labId, lab);
  return {
    jobs: waiting.filter((job) => againstPeople(job).length === 0),
    machines: planMachinesOf(now, lab.machines, work),
    ...{ stock: lab.stock, used, weights, waiting },
  };
}

async function runningPrints(
  manager: EntityManager,
  now: Instant,
  labId: LabId,
  { profiles }: LabMachines,
  presence: PresenceBook,
): Promise<ReadonlyMap<MachineId, RunningPrint>> {
  const runs = await manager.findBy(Run, { labId, active: true });
  const jobs = await manager.findBy(Job, { id: In(runs.map(({ jobId }) => jobId)) });
  const files = await manager.findBy(StoredFile, { sha256: In(jobs.map(({ fileSha256 }) => fileSha256)) });
  const found = new Map<MachineId, RunningPrint>();
  for (const { id, jobId, machineId, startedAt, assignedAt } of runs) {
    const job = jobs.find((each) => each.id === jobId);
    if (!job) continue;
    const analysis = files.find(({ sha256 }) => sha256 === job.fileSha256)?.analysis;
    const seconds = analysis ? expectedSeconds(readOn(analysis, profiles.get(machineId))) : 0;
    const live = presence.machine(labId, machineId)?.run;
    const reported = live?.runId === id ? live.remainingSeconds : null;
    const gone = (now - (startedAt ?? assignedAt)) / 1_000;
    const remainingSeconds = reported ?? Math.max(0, seconds - gone);
    found.set(machineId, { remainingSeconds });
  }
  return found;
}

/** Wear is that of the last months: a machine that was bought later catches up. */
const WEAR_MS = 90 * 86_400_000;

async function workedSeconds(
  manager: EntityManager,
  now: Instant,
  labId: LabId,
): Promise<ReadonlyMap<MachineId, number>> {
  const rows = await manager
    .createQueryBuilder(Run, 'run')
    .select('run.machineId', 'machineId')
    .addSelect('SUM(run.seconds)', 'seconds')
    .where('run.labId = :labId AND run.assignedAt > :since', { labId, since: now - WEAR_MS })
    .groupBy('run.machineId')
    .getRawMany<{ machineId: MachineId; seconds: string | number }>();
  return new Map(rows.map(({ machineId, seconds }) => [machineId, Number(seconds)]));
}
