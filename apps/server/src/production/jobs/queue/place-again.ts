import { queueOrder } from '@pandafab/domain';
import type { LabId } from '@pandafab/shared';
import type { Unit } from '../../../platform/persistence/unit';
import { JobExpectation } from '../expectation.entities';
import { placedQueueOf } from './placed-queue';

/**
 * Gives the waiting jobs of a lab their places after a change, in the same unit: who moves a job reads its real place in
 * the answer. The hours follow with the next forecast. Only the jobs between the old place and the new one are written.
 */
export async function placeAgain({ manager, now }: Unit, labId: LabId): Promise<void> {
  const { jobs, used, weights } = await placedQueueOf(manager, now, labId);
  const placeOf = new Map(
    (await manager.findBy(JobExpectation, { labId })).map(({ jobId, place }) => [jobId, place]),
  );
  const order = queueOrder(now, jobs, used, weights).flatMap(({ job: { id } }) =>
    placeOf.has(id) ? [id] : [],
  );
  const places = order.map((id) => placeOf.get(id) as number).sort((a, b) => a - b);
  for (const [at, jobId] of order.entries()) {
    const place = places[at] as number;
    if (place !== placeOf.get(jobId)) await manager.update(JobExpectation, { jobId }, { place });
  }
}
