import { type QueueWeights, weightsWith } from '@pandafab/domain';
import type { LabId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { LabQueueWeights } from './queue-weights.entity';

/** What the queue of a lab weighs against what; the defaults where the lab set nothing. */
export async function weightsOf(manager: EntityManager, labId: LabId): Promise<QueueWeights> {
  const row = await manager.findOneBy(LabQueueWeights, { labId });
  return weightsWith(row?.deviations ?? {});
}
