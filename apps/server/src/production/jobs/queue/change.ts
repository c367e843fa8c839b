import { isDeepStrictEqual } from 'node:util';
import type { FaultDetails } from '@pandafab/shared';
import { difference } from '../../../platform/audit/audit';
import type { Unit } from '../../../platform/persistence/unit';
import { Job } from '../job.entities';
import { recordStep } from '../transitions';

/** The steps of a job's history by which people change it while it waits. */
export type ChangeEvent =
  | 'held'
  | 'released'
  | 'due changed'
  | 'presence changed'
  | 'maker here'
  | 'colour chosen'
  | 'tags changed'
  | 'priority changed'
  | 'moved'
  | 'pinned'
  | 'put next'
  | 'approved'
  | 'labs chosen';

/** One thing that a person changes about a waiting job. */
export interface Change {
  readonly event: ChangeEvent;
  readonly set: Partial<Job>;
  readonly cause?: { readonly code: string; readonly details: FaultDetails } | null;
}

/** The changes that change something. */
export const onlyReal = (job: Job, changes: readonly Change[]): Change[] =>
  changes.filter(({ set }) =>
    Object.entries(set).some(([field, value]) => !isDeepStrictEqual(job[field as keyof Job], value)),
  );

/** Writes each change into the history and the audit trail. */
export async function recordChanges(unit: Unit, job: Job, changes: readonly Change[]): Promise<void> {
  const { id: jobId, labId, state } = job;
  for (const { event, set, cause = null } of changes) {
    const changed = difference(job, set);
    await recordStep(unit, { jobId, runId: null, labId }, { from: state, to: state, event, cause, changed });
  }
}

/** Makes the changes and raises the job's version, also where only a refusal follows. */
export async function writeChanges(unit: Unit, job: Job, changes: readonly Change[]): Promise<void> {
  const set = Object.assign({}, ...changes.map((change) => change.set)) as Partial<Job>;
  const version = job.version + 1;
  await unit.manager.update(Job, { id: job.id, version: job.version }, { ...set, version } as object);
  await recordChanges(unit, job, changes);
}
