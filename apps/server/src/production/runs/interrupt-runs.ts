import type { LabId } from '@pandafab/shared';
import type { HeldBecause } from '../../network/labs/lab.entity';
import { dropUnreceipted } from '../../network/link/link-outbox';
import { occupyBed } from '../../network/machines/machine-bed';
import { SERVER_ACTOR } from '../../platform/kit/actor';
import type { Unit } from '../../platform/persistence/unit';
import { Job } from '../jobs/job.entities';
import { Run } from '../jobs/run.entity';
import { type EndedJob, tellEnded } from '../jobs/tell-ended';
import { moveJob, moveRun } from '../jobs/transitions';

/**
 * Ends the runs of an agent that another computer has replaced, or of a lab whose data were restored to an earlier
 * state: the agent will not report them any more, or not to the end. Their beds wait for a person, and of the earlier
 * commands only stops and cancellations are still sent. The actor in the history is the server, not the agent or
 * account.
 */
export async function interruptRuns(
  unit: Unit,
  labId: LabId,
  code: 'LAB.AGENT_REPLACED' | HeldBecause,
): Promise<void> {
  const { manager, now } = unit;
  const byServer = unit.as(SERVER_ACTOR);
  const ended = { type: 'ended', outcome: 'interrupted' } as const;
  await dropUnreceipted(unit, labId);
  const stopped: EndedJob[] = [];
  for (const run of await manager.findBy(Run, { labId, active: true })) {
    const cause = { code, details: {} };
    await moveRun(byServer, run, ended, { exact: false, endedAt: now, cause });
    await occupyBed(unit, { id: run.machineId, labId }, run.id);
    const job = await manager.findOneByOrFail(Job, { id: run.jobId });
    await moveJob(byServer, job, ended);
    stopped.push({ ...job, outcome: 'interrupted', cause });
  }
  await tellEnded(unit, stopped);
}
