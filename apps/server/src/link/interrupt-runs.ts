import type { Clock, LabId } from '@pandafab/shared';
import { type EntityManager, In, IsNull } from 'typeorm';
import { Job } from '../jobs/job.entities';
import { Run } from '../jobs/run.entity';
import { byServer, moveJob, moveRun } from '../jobs/transitions';
import type { HeldBecause } from '../labs/lab.entity';
import { Machine } from '../labs/machine.entity';
import { LinkMessage } from './link-message.entity';

/** What people must see arrive, whoever is the agent by then. */
const STAYS: readonly unknown[] = ['emergency-stop', 'cancel'];

/**
 * Ends the runs of an agent that another computer has replaced, or of a lab in which something went back in time: nobody
 * will report them any more, or not to the end. Their beds wait for a person, and nothing is sent that was meant for
 * before, but stops and cancels.
 */
export async function interruptRuns(
  manager: EntityManager,
  clock: Clock,
  labId: LabId,
  code: 'LAB.AGENT_REPLACED' | HeldBecause,
): Promise<void> {
  const ended = { type: 'ended', outcome: 'interrupted' } as const;
  await dropMessages(manager, labId);
  for (const run of await manager.findBy(Run, { labId, active: true })) {
    const cause = { code, details: {} };
    await moveRun(manager, clock, run, ended, byServer, { exact: false, endedAt: clock.now(), cause });
    await manager.update(Machine, { id: run.machineId }, { bed: 'occupied', bedRunId: run.id });
    const job = await manager.findOneByOrFail(Job, { id: run.jobId });
    await moveJob(manager, clock, job, ended, byServer);
  }
}

async function dropMessages(manager: EntityManager, labId: LabId): Promise<void> {
  const waiting = await manager.findBy(LinkMessage, { labId, acknowledgedAt: IsNull() });
  const ids = waiting.filter(({ body }) => !STAYS.includes(body.action)).map(({ id }) => id);
  if (ids.length > 0) await manager.delete(LinkMessage, { id: In(ids) });
}
