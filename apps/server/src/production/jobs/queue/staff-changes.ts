import { Fault, type MachineId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { demandMachineOf } from '../demand-machine';
import type { Job } from '../job.entities';
import type { Change } from './change';
import { movedTo } from './moved-to';
import type { QueueChanges } from './queue.dto';

/**
 * What only the staff of its lab change about a waiting job.
 * @param now UTC, milliseconds
 * @throws Fault JOB.NO_DUE_DATE, JOB.PINNED_ELSEWHERE, JOB.NOT_AWAITING, MACHINE.UNKNOWN, JOB.UNKNOWN, JOB.NOT_QUEUED
 */
export async function staffChanges(
  manager: EntityManager,
  job: Job,
  fields: QueueChanges,
  now: number,
): Promise<Change[]> {
  const { dueIsFirm, priority, move, approval } = fields;
  const found: Change[] = [];
  if (dueIsFirm !== undefined) found.push(firmChange(job, fields.readyBy, dueIsFirm));
  if (priority) {
    const { steps, reason } = priority;
    const cause = { code: 'JOB.PRIORITY_SET', details: { steps, words: reason } };
    found.push({ event: 'priority changed', set: { priority: steps, priorityReason: reason }, cause });
  }
  found.push(...(await machineChanges(manager, job, fields)));
  if (move) found.push({ event: 'moved', set: { movedSeconds: await movedTo(manager, now, job, move) } });
  if (approval?.decision === 'given') {
    if (job.approval !== 'asked') throw new Fault('JOB.NOT_AWAITING');
    found.push({ event: 'approved', set: { approval: 'given' } });
  }
  return found;
}

function firmChange(job: Job, readyBy: number | null | undefined, dueIsFirm: boolean): Change {
  const dueAt = readyBy === undefined ? job.dueAt : readyBy;
  if (dueIsFirm && dueAt === null) throw new Fault('JOB.NO_DUE_DATE');
  return { event: 'due changed', set: { dueAt, dueIsFirm } };
}

/** A job that is pinned elsewhere is not the next one of a machine any more. */
async function machineChanges(manager: EntityManager, job: Job, fields: QueueChanges): Promise<Change[]> {
  const { onlyMachineId = job.onlyMachineId } = fields;
  const isElsewhere = (machineId: MachineId | null) =>
    onlyMachineId !== null && machineId !== null && machineId !== onlyMachineId;
  if (fields.nextOn && isElsewhere(fields.nextOn)) throw new Fault('JOB.PINNED_ELSEWHERE');
  const nextOn = fields.nextOn !== undefined ? fields.nextOn : isElsewhere(job.nextOn) ? null : job.nextOn;
  for (const id of [onlyMachineId, nextOn])
    if (id !== null && id !== job.onlyMachineId && id !== job.nextOn)
      await demandMachineOf(manager, job.labId, id);
  return [
    { event: 'pinned', set: { onlyMachineId } },
    { event: 'put next', set: { nextOn } },
  ];
}
