import type { LabId } from '@pandafab/shared';
import type { Job } from '../job.entities';

/** The labs beside the one in whose queue a job stands, without repeats, in their order. */
export const othersThan = (labId: LabId, labIds: readonly LabId[]): LabId[] =>
  [...new Set(labIds)].filter((each) => each !== labId);

/**
 * True for a waiting job that may go to another of its labs by itself. What people of its lab decided about it (a hold,
 * a machine, a place, a date, their approval) holds it there, and so does a member who wants to be present.
 */
export const isFreeToMove = (job: Job): boolean =>
  job.state === 'queued' &&
  job.otherLabIds.length > 0 &&
  job.onlyMachineId === null &&
  job.nextOn === null &&
  job.heldAt === null &&
  !job.needsMaker &&
  job.priority === 0 &&
  job.movedSeconds === 0 &&
  !job.dueIsFirm &&
  job.approval === 'none';
