import { decayed } from '@pandafab/domain';
import type { GroupId, Instant, LabId, MemberId, PrestationId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Job } from '../job.entities';
import { Run } from '../run.entity';
import { secondsOf } from './expected-figures';
import { payerOf } from './payer';
import type { RunningJob } from './running-jobs';

const DAY_MS = 86_400_000;
/** After so many half-lives a used hour counts 3 %: older use is left out. */
const HALF_LIVES = 5;

interface Used {
  readonly memberId: MemberId;
  readonly groupId: GroupId | null;
  readonly prestationId: PrestationId | null;
  readonly assignedAt: string | number;
  readonly seconds: string | number;
}

/** Decayed seconds on a lab's machines by payer, running prints included, counted from the moment at which each began. */
export async function recentUse(
  manager: EntityManager,
  now: Instant,
  labId: LabId,
  { halfLifeDays, running }: { halfLifeDays: number; running: readonly RunningJob[] },
): Promise<Map<string, number>> {
  const since = now - HALF_LIVES * halfLifeDays * DAY_MS;
  const runs = await manager
    .createQueryBuilder(Run, 'run')
    .innerJoin(Job, 'job', 'job.id = run.jobId')
    .select('job.memberId', 'memberId')
    .addSelect('job.groupId', 'groupId')
    .addSelect('job.prestationId', 'prestationId')
    .addSelect('run.assignedAt', 'assignedAt')
    .addSelect('run.seconds', 'seconds')
    .where('run.labId = :labId AND run.assignedAt > :since AND run.active = :active', {
      labId,
      since,
      active: false,
    })
    .getRawMany<Used>();
  const used = new Map<string, number>();
  const add = (payer: string, seconds: number) => used.set(payer, (used.get(payer) ?? 0) + seconds);
  for (const { assignedAt, seconds, ...whose } of runs)
    add(payerOf(whose), decayed(Number(seconds), now - Number(assignedAt), halfLifeDays));
  // Running prints count as a whole, as their files are expected to take.
  for (const { job, analysis } of running) add(payerOf(job), analysis ? secondsOf(analysis) : 0);
  return used;
}
