import { decayed } from '@pandafab/domain';
import type { GroupId, Instant, LabId, MemberId, PrestationId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Job } from '../../jobs/job.entities';
import { Run } from '../../jobs/run.entity';
import { payerOf } from './payer';

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
  halfLifeDays: number,
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
  for (const { assignedAt, seconds, ...whose } of runs) {
    const payer = payerOf(whose);
    const counted = decayed(Number(seconds), now - Number(assignedAt), halfLifeDays);
    used.set(payer, (used.get(payer) ?? 0) + counted);
  }
  return used;
}
