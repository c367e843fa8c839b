import type { Clock, LabId } from '@pandafab/shared';
import { type EntityManager, IsNull } from 'typeorm';
import { Job } from '../jobs/job.entities';
import { Run } from '../jobs/run.entity';
import { byServer, moveJob, moveRun } from '../jobs/transitions';
import { Machine } from '../labs/machine.entity';
import { LinkMessage } from './link-message.entity';

/**
 * Ends the runs of an agent that another computer has replaced: nobody will report them any more. Their beds wait
 * for a person, and nothing is sent to the newcomer that was meant for the one before.
 */
export async function interruptRuns(manager: EntityManager, clock: Clock, labId: LabId): Promise<void> {
  const ended = { type: 'ended', outcome: 'interrupted' } as const;
  await manager.delete(LinkMessage, { labId, acknowledgedAt: IsNull() });
  for (const run of await manager.findBy(Run, { labId, active: true })) {
    const cause = { code: 'LAB.AGENT_REPLACED', details: {} };
    await moveRun(manager, clock, run, ended, byServer, { exact: false, endedAt: clock.now(), cause });
    await manager.update(Machine, { id: run.machineId }, { bed: 'occupied', bedRunId: run.id });
    const job = await manager.findOneByOrFail(Job, { id: run.jobId });
    await moveJob(manager, clock, job, ended, byServer);
  }
}
