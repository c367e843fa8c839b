import type { JobId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { JobExpectation } from './expectation.entities';
import { Job } from './job.entities';

/** Behind all that have a place. */
export const LAST_PLACE = 1_000_000_000;
/** A job that was just submitted has no place yet: it stands at the end until the queue is computed again. */
const placeOf = (alias: string) => `COALESCE(${alias}.place, ${LAST_PLACE})`;

/** The queue positions of those of these jobs that wait: 1 is the first. */
export async function queuePositions(
  manager: EntityManager,
  jobs: readonly Pick<Job, 'id' | 'state'>[],
): Promise<ReadonlyMap<JobId, number>> {
  const ids = jobs.filter(({ state }) => state === 'queued').map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const rows = await manager
    .createQueryBuilder(Job, 'job')
    .leftJoin(JobExpectation, 'place', 'place.jobId = job.id')
    .innerJoin(Job, 'ahead', "ahead.labId = job.labId AND ahead.state = 'queued'")
    .leftJoin(JobExpectation, 'before', 'before.jobId = ahead.id')
    .select('job.id', 'id')
    .addSelect('COUNT(*)', 'position')
    .where({ id: In(ids), state: 'queued' })
    .andWhere(`(${placeOf('before')} < ${placeOf('place')}
      OR (${placeOf('before')} = ${placeOf('place')} AND ahead.rank <= job.rank))`)
    .groupBy('job.id')
    .getRawMany<{ id: JobId; position: string | number }>();
  return new Map(rows.map(({ id, position }) => [id, Number(position)]));
}
