import {
  isActiveRun,
  type JobEvent,
  type JobState,
  nextJobState,
  nextRunState,
  type RunEvent,
  type RunState,
} from '@pandafab/domain';
import { type AccountId, type AgentId, type Clock, newId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { audit } from '../audit/audit';
import type { AuditAction } from '../audit/audit-words';
import { touch } from '../persistence/unit-of-work';
import { Job } from './job.entities';
import { Run } from './run.entity';
import { type ActorKind, Transition } from './transition.entity';

export interface Actor {
  readonly kind: ActorKind;
  readonly id: string | null;
}
export const byAccount = (id: AccountId): Actor => ({ kind: 'account', id });
export const byAgent = (id: AgentId): Actor => ({ kind: 'agent', id });
export const byServer: Actor = { kind: 'server', id: null };

/**
 * `refused`: the event does not fit the state. `overtaken`: somebody else changed it since it was read; nothing was
 * written.
 */
export type Moved<State> = { readonly to: State } | 'refused' | 'overtaken';

const nameOf = (event: JobEvent | RunEvent): string =>
  event.type === 'ended' ? `ended ${event.outcome}` : event.type;

type Subject = Pick<Transition, 'jobId' | 'runId'> & Pick<Job, 'labId'>;
type Step = Pick<Transition, 'from' | 'to' | 'event'> & Partial<Pick<Transition, 'cause'>>;

/**
 * Writes a step in the history, as part of the caller's unit of work; and in the audit trail, where somebody made it.
 */
export async function record(
  manager: EntityManager,
  clock: Clock,
  { jobId, runId, labId }: Subject,
  step: Step,
  { kind, id }: Actor,
): Promise<void> {
  const row = { id: newId<string>(), jobId, runId, cause: null, ...step };
  await manager.insert(Transition, { ...row, actorKind: kind, actorId: id, at: clock.now() } as object);
  if (kind === 'server') return;
  const subject = runId ? (['run', runId] as const) : (['job', jobId] as const);
  const { from, to, event } = step;
  // Its words are proved to be there for every event of the tables (audit-words.spec.ts).
  const action = `${subject[0]}.${event.replace(/ /g, '-')}` as AuditAction;
  const note = { action, subject, labId };
  await audit(manager, clock, { ...note, before: { state: from }, after: { state: to } }, { kind, id });
}

/**
 * Moves a job by its table: compare and set on the state that it was read in, with its step in the history. The only
 * way in which a job changes its state.
 */
export async function moveJob(
  manager: EntityManager,
  clock: Clock,
  { id, labId, state: from }: Pick<Job, 'id' | 'labId' | 'state'>,
  event: JobEvent,
  actor: Actor,
  changes: Partial<Pick<Job, 'refusal'>> = {},
): Promise<Moved<JobState>> {
  const to = nextJobState(from, event);
  if (!to) return 'refused';
  const set = { ...changes, state: to, changedAt: clock.now() };
  const { affected } = await manager.update(Job, { id, state: from }, set as object);
  if (affected !== 1) return 'overtaken';
  touch(manager, labId);
  const cause = changes.refusal ?? null;
  await record(
    manager,
    clock,
    { jobId: id, runId: null, labId },
    { from, to, event: nameOf(event), cause },
    actor,
  );
  return { to };
}

/** The same for a run. */
export async function moveRun(
  manager: EntityManager,
  clock: Clock,
  { id, jobId, labId, state: from }: Pick<Run, 'id' | 'jobId' | 'labId' | 'state'>,
  event: RunEvent,
  actor: Actor,
  changes: Partial<Run> = {},
): Promise<Moved<RunState>> {
  const to = nextRunState(from, event);
  if (!to) return 'refused';
  const set = { ...changes, state: to, active: isActiveRun(to) };
  const { affected } = await manager.update(Run, { id, state: from }, set as object);
  if (affected !== 1) return 'overtaken';
  touch(manager, labId);
  const step = { from, to, event: nameOf(event), cause: changes.cause ?? null };
  await record(manager, clock, { jobId, runId: id, labId }, step, actor);
  return { to };
}
