import type { LabId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Job } from '../job.entities';

/** True if jobs wait in the queue of a lab. Most events of a lab happen while none does: then there is nothing to plan. */
export const jobsWait = (manager: EntityManager, labId: LabId): Promise<boolean> =>
  manager.existsBy(Job, { labId, state: 'queued' });
