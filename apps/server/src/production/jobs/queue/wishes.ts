import type { Job } from '../job.entities';
import type { SubmitFields } from '../jobs.dto';
import { UNTOUCHED } from './job-conditions';

type Wishes = Pick<SubmitFields, 'readyBy' | 'needsMaker' | 'colour' | 'tags' | 'hold'>;

/** The columns of a new job from what its submitter wants. */
export function wishesOf(
  { readyBy, needsMaker = false, colour, tags = [], hold = false }: Wishes,
  now: number,
  isOwn: boolean,
): Partial<Job> {
  const held = hold ? ({ heldAt: now, heldBy: isOwn ? 'maker' : 'staff' } as const) : {};
  return { ...UNTOUCHED, dueAt: readyBy ?? null, needsMaker, colour: colour ?? null, tags, ...held };
}

/** What a job that is made again keeps of the stopped one: not its place, its hold, or that its member was there. */
export const keptForRedo = ({
  priority,
  priorityReason,
  dueAt,
  dueIsFirm,
  needsMaker,
  colour,
  tags,
}: Job): Partial<Job> => ({
  ...UNTOUCHED,
  ...{ priority, priorityReason, dueAt, dueIsFirm, needsMaker, colour, tags },
});
