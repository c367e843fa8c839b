import type { JobId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { Job } from './job.entities';

/** The queue positions of those of these jobs that wait: 1 is the first. */
export async function queuePositions(
  manager: EntityManager,
  jobs: readonly Pick<Job, 'id' | 'state'>[],
): Promise<ReadonlyMap<JobId, number>> {
  const ids = jobs.filter(({ state }) => state === 'queued').map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const rows = await manager
    .createQueryBuilder(Job, 'job')
    .innerJoin(Job, 'ahead', "ahead.labId = job.labId AND ahead.state = 'queued' AND ahead.rank <= job.rank")
    .select('job.id', 'id')
    .addSelect('COUNT(*)', 'position')
    .where({ id: In(ids), state: 'queued' })
    .groupBy('job.id')
    .getRawMany<{ id: JobId; position: string | number }>();
  return new Map(rows.map(({ id, position }) => [id, Number(position)]));
}
