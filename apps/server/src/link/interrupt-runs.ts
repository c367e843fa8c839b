import { nextJobState } from '@pandafab/domain';
import type { Clock, LabId } from '@pandafab/shared';
import { type EntityManager, IsNull } from 'typeorm';
import { Job } from '../jobs/job.entities';
import { Run } from '../jobs/run.entity';
import { Machine } from '../labs/machine.entity';
import { LinkMessage } from './link-message.entity';

/**
 * Ends the runs of an agent that another computer has replaced: nobody will report them any more. Their beds wait
 * for a person, and nothing is sent to the newcomer that was meant for the one before.
 */
export async function interruptRuns(manager: EntityManager, clock: Clock, labId: LabId): Promise<void> {
  const now = clock.now();
  await manager.delete(LinkMessage, { labId, acknowledgedAt: IsNull() });
  for (const run of await manager.findBy(Run, { labId, active: true })) {
    const cause = { code: 'LAB.AGENT_REPLACED', details: {} };
    await manager.update(
      Run,
      { id: run.id },
      { state: 'interrupted', active: false, exact: false, endedAt: now, cause },
    );
    await manager.update(Machine, { id: run.machineId }, { bed: 'occupied' });
    const job = await manager.findOneByOrFail(Job, { id: run.jobId });
    const state = nextJobState(job.state, { type: 'ended', outcome: 'interrupted' });
    if (state) await manager.update(Job, { id: job.id }, { state, changedAt: now });
  }
}
