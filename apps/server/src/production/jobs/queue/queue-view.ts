import type { Language, Reader } from '@pandafab/shared';
import type { z } from 'zod';
import { toIso, toIsoOrNull } from '../../../platform/http/fields';
import { putIntoWords } from '../../../platform/http/words';
import type { Job } from '../job.entities';
import { approvalCauses } from './approval-words';
import type { approvalSchema, queueSchema } from './queue.dto';

/** Whether a manager's yes is needed, and why. */
export const viewApproval = (
  job: Pick<Job, 'approval' | 'approvalReasons'>,
  language: Language,
  reader: Reader = 'maker',
): z.input<typeof approvalSchema> => ({
  state: job.approval,
  reasons: approvalCauses(job).flatMap((cause) => putIntoWords(cause, language, reader) ?? []),
});

/** What people decided about a job. Only staff see why it has a priority: the reason may be about other people. */
export function viewQueue(job: Job, language: Language, reader: Reader): z.input<typeof queueSchema> {
  const { version, dueIsFirm, priority, movedSeconds, nextOn, needsMaker, colour, tags, otherLabIds } = job;
  return {
    ...{ version, dueIsFirm, priority, movedSeconds, nextOn, needsMaker, colour, tags, otherLabIds },
    labChangedAt: toIsoOrNull(job.labChangedAt),
    readyBy: toIsoOrNull(job.dueAt),
    priorityReason: reader === 'staff' ? job.priorityReason : null,
    held:
      job.heldAt === null || job.heldBy === null
        ? null
        : { at: toIso(job.heldAt), by: job.heldBy, reason: job.heldReason },
    makerHereUntil: toIsoOrNull(job.makerHereUntil),
    approval: viewApproval(job, language, reader),
  };
}
