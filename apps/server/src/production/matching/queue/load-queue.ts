import { againstPeople, type PlanJob, type Queue } from '@pandafab/domain';
import type { Instant, LabId, MachineId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { PresenceBook } from '../../../network/link/presence-book';
import { expectedSeconds, readOn } from '../../guard/read-as';
import { recentUse } from '../../jobs/queue/recent-use';
import { type RunningJob, withJobs } from '../../jobs/queue/running-jobs';
import { Run } from '../../jobs/run.entity';
import { weightsOf } from '../../queue-weights/weights-of';
import type { LabMachines } from '../snapshot';
import { loadLearnt } from './learnt';
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
  const weights = await weightsOf(manager, labId);
  const running = await withJobs(manager, lab.active);
  const used = await recentUse(manager, now, labId, { ...weights, running });
  const work = {
    learnt: await loadLearnt(manager, now, labId, lab.calendar),
    bedSince: lab.bedSince,
    running: remainingOf(running, now, lab, presence),
    worked: await workedSeconds(manager, now, labId),
    times: lab.times,
  };
  const waiting = await loadWaitingJobs(manager, now, labId, lab);
  return {
    jobs: waiting.filter((job) => againstPeople(job).length === 0),
    machines: planMachinesOf(now, lab.machines, work),
    ...{ stock: lab.stock, used, weights, waiting },
  };
}

/** How much is left of each print, as the lab's computer reports it, or as its file was expected to take. */
function remainingOf(
  running: readonly RunningJob[],
  now: Instant,
  { profiles }: LabMachines,
  presence: PresenceBook,
): ReadonlyMap<MachineId, RunningPrint> {
  return new Map(
    running.map(({ run: { id, labId, machineId, startedAt, assignedAt, plastic }, analysis }) => {
      const live = presence.machine(labId, machineId)?.run;
      const reported = live?.runId === id ? live.remainingSeconds : null;
      const seconds = analysis ? expectedSeconds(readOn(analysis, profiles.get(machineId))) : 0;
      const gone = (now - (startedAt ?? assignedAt)) / 1_000;
      const remainingSeconds = reported ?? Math.max(0, seconds - gone);
      return [machineId, { remainingSeconds, isReported: reported !== null, plastic: plastic ?? '' }];
    }),
  );
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
