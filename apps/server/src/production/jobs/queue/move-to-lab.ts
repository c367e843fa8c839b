import type { Instant, LabId } from '@pandafab/shared';
import { Lab } from '../../../network/labs/lab.entity';
import { requestMatchingOf } from '../../../network/labs/request-matching';
import type { Unit } from '../../../platform/persistence/unit';
import { jobMoved } from '../../notices/job-notices';
import { JobExpectation } from '../expectation.entities';
import { Job } from '../job.entities';
import { tellMakers } from '../tell-makers';
import { recordStep } from '../transitions';
import { isFreeToMove, othersThan } from './other-labs';

/** Jobs of one batch that wait in one lab, and another lab that begins them sooner. */
export interface MoveToLab {
  /** As they were when the hours were computed. */
  readonly jobs: readonly Job[];
  readonly labId: LabId;
  /** When the first of them begins there, and where it is; null: no machine can take it as things are. */
  readonly startAt: Instant;
  readonly formerAt: Instant | null;
}

/** One of the jobs was changed, or a machine took it, since the hours were computed. */
export class MoveOvertaken extends Error {}

/**
 * Moves jobs to the queue of another lab, all or none.
 * @throws MoveOvertaken: the unit of work rolls back
 */
export async function moveToLab(unit: Unit, { jobs, labId: to, ...hours }: MoveToLab): Promise<void> {
  const { manager, now } = unit;
  const from = (jobs[0] as Job).labId;
  // First, as a match does: a job moves before it is matched or after, never meanwhile.
  await requestMatchingOf(unit, [from, to]);
  const names = { from: await nameOf(unit, from), to: await nameOf(unit, to) };
  const cause = { code: 'JOB.LAB_CHANGED', details: names };
  for (const { id, version, otherLabIds } of jobs) {
    const job = await manager.findOneByOrFail(Job, { id });
    if (job.version !== version || job.labId !== from || !isFreeToMove(job)) throw new MoveOvertaken();
    const labs = { labId: to, otherLabIds: [...othersThan(to, otherLabIds), from], labChangedAt: now };
    const same = { id, version, labId: from, state: job.state };
    const { affected } = await manager.update(Job, same, { ...labs, version: version + 1 });
    if (affected !== 1) throw new MoveOvertaken();
    // Its hours there are computed after the match; what was told before was of the other lab.
    await manager.delete(JobExpectation, { jobId: id });
    const step = { from: job.state, to: job.state, event: 'lab changed', cause };
    await recordStep(unit, { jobId: id, runId: null, labId: to }, step);
  }
  await tellMakers(unit, jobMoved, jobs, () => ({
    ...{ fromLab: names.from, toLab: names.to },
    ...{ expectedAt: hours.startAt, formerAt: hours.formerAt },
  }));
}

const nameOf = async ({ manager }: Unit, id: LabId): Promise<string> =>
  (await manager.findOneByOrFail(Lab, { id })).name;
