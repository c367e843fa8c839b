import {
  isActiveRun,
  isOver,
  type JobEvent,
  type JobState,
  nextJobState,
  nextRunState,
  type RunEvent,
  type RunState,
} from '@pandafab/domain';
import { newId } from '@pandafab/shared';
import { release } from '../../money/member-accounts/reserve';
import { audit, type Difference } from '../../platform/audit/audit';
import type { AuditAction } from '../../platform/audit/audit-words';
import type { Unit } from '../../platform/persistence/unit';
import { Job } from './job.entities';
import { Run } from './run.entity';
import { Transition } from './transition.entity';

/**
 * `refused`: the event is not allowed in this state. `overtaken`: another unit of work changed the state since it was
 * read; nothing was written.
 */
export type Moved<State> = { readonly to: State } | 'refused' | 'overtaken';

const nameOf = (event: JobEvent | RunEvent): string =>
  event.type === 'ended' ? `ended ${event.outcome}` : event.type;

type Subject = Pick<Transition, 'jobId' | 'runId'> & Pick<Job, 'labId'>;
type Step = Pick<Transition, 'from' | 'to' | 'event'> &
  Partial<Pick<Transition, 'cause'>> & {
    /** Fields of the job that changed, for the audit trail; absent: only the state. */
    readonly changed?: Difference | undefined;
  };

/**
 * Writes a step into the history, in the caller's unit of work; also into the audit trail, unless the server itself is
 * the actor.
 */
export async function recordStep(
  unit: Unit,
  { jobId, runId, labId }: Subject,
  { changed, ...step }: Step,
): Promise<void> {
  const { manager, now, by } = unit;
  const row = { id: newId<string>(), jobId, runId, cause: null, ...step };
  await manager.insert(Transition, { ...row, actorKind: by.kind, actorId: by.id, at: now } as object);
  if (by.kind === 'server') return;
  const subject = runId ? (['run', runId] as const) : (['job', jobId] as const);
  const { from, to, event } = step;
  // A test proves that every event of the tables has words (audit-words.spec.ts).
  const action = `${subject[0]}.${event.replace(/ /g, '-')}` as AuditAction;
  const [before, after] = [
    { state: from, ...changed?.before },
    { state: to, ...changed?.after },
  ];
  await audit(unit, { action, subject, labId, before, after });
}

/**
 * Moves a job by its transition table: compare-and-set on the state that was read, and a step in the history. A job's
 * state changes only here. What was reserved for a job that is over is free again.
 */
export async function moveJob(
  unit: Unit,
  { id, labId, state: from }: Pick<Job, 'id' | 'labId' | 'state'>,
  event: JobEvent,
  changes: Partial<Pick<Job, 'refusal'>> = {},
): Promise<Moved<JobState>> {
  const { manager, now } = unit;
  const to = nextJobState(from, event);
  if (!to) return 'refused';
  const set = { ...changes, state: to, changedAt: now };
  const { affected } = await manager.update(Job, { id, state: from }, set as object);
  if (affected !== 1) return 'overtaken';
  unit.touch(labId);
  const cause = changes.refusal ?? null;
  await recordStep(unit, { jobId: id, runId: null, labId }, { from, to, event: nameOf(event), cause });
  if (isOver(to)) await release(unit, id);
  return { to };
}

/** The same, for a run. */
export async function moveRun(
  unit: Unit,
  { id, jobId, labId, state: from }: Pick<Run, 'id' | 'jobId' | 'labId' | 'state'>,
  event: RunEvent,
  changes: Partial<Run> = {},
): Promise<Moved<RunState>> {
  const to = nextRunState(from, event);
  if (!to) return 'refused';
  const set = { ...changes, state: to, active: isActiveRun(to) };
  const { affected } = await unit.manager.update(Run, { id, state: from }, set as object);
  if (affected !== 1) return 'overtaken';
  unit.touch(labId);
  const step = { from, to, event: nameOf(event), cause: changes.cause ?? null };
  await recordStep(unit, { jobId, runId: id, labId }, step);
  return { to };
}
