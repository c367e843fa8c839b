import type { FundsNeeded, JobConditions } from '@pandafab/domain';
import type { Instant } from '@pandafab/shared';
import type { Job } from '../job.entities';

type Columns = Pick<
  Job,
  'heldBy' | 'heldReason' | 'approval' | 'needsMaker' | 'makerHereUntil' | 'tags' | 'colour'
>;

/**
 * What people decided about a job, for the rules of the domain.
 * @param awaitsFunds from `missingFunds`: the job waits for money
 */
export const conditionsOf = (job: Columns, now: Instant, awaitsFunds: FundsNeeded | null): JobConditions => ({
  held: job.heldBy && { by: job.heldBy, words: job.heldReason },
  awaitsApproval: job.approval === 'asked',
  awaitsFunds,
  awaitsMaker: job.needsMaker && (job.makerHereUntil ?? 0) <= now,
  tags: job.tags,
  colour: job.colour,
});

/** A new job that is as it was submitted. */
export const UNTOUCHED = {
  ...{ version: 0, otherLabIds: [], labChangedAt: null },
  ...{ priority: 0, priorityReason: null, dueAt: null, dueIsFirm: false, movedSeconds: 0, nextOn: null },
  ...{ heldAt: null, heldBy: null, heldReason: null, needsMaker: false, makerHereUntil: null },
  ...{ colour: null, tags: [], approval: 'none', approvalReasons: [] },
} satisfies Partial<Job>;
