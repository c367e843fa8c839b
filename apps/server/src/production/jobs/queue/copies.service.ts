import { Inject, Injectable } from '@nestjs/common';
import { type Action, isAllowedIn } from '@pandafab/domain';
import { type BatchId, type Clock, Fault } from '@pandafab/shared';
import { requestMatching } from '../../../network/labs/request-matching';
import { type CurrentAccountInfo, demandIn } from '../../../platform/http/access';
import { CLOCK } from '../../../platform/kit/config';
import { ReadDatabase } from '../../../platform/persistence/read-database';
import { UnitOfWork } from '../../../platform/persistence/unit-of-work';
import type { Job } from '../job.entities';
import { tellBatchDone } from '../tell-batch-done';
import { moveJob } from '../transitions';
import { demandBatchVersion, demandJobsOf, jobsOfBatch } from './batch-jobs';
import { onlyReal, writeChanges } from './change';
import { makerChanges } from './maker-changes';
import type { CopiesChanges } from './queue.dto';
import { WAITING } from './queue.service';

/** What members change about the waiting copies of a batch, all at once. */
@Injectable()
export class CopiesService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Changes all copies that wait.
   * @param version of the batch that the author saw
   * @throws Fault JOB.BATCH_UNKNOWN, JOB.BATCH_CHANGED {version}, JOB.NOT_QUEUED {state}, AUTH.FORBIDDEN,
   * AUTH.OTHER_LAB, and what `makerChanges` throws
   */
  async change(
    account: CurrentAccountInfo,
    id: BatchId,
    { version, ...fields }: CopiesChanges & { readonly version: number },
  ): Promise<void> {
    const { labId } = await this.demandMayChange(account, id, 'job.arrange');
    const isStaff = isAllowedIn(account, 'job.arrange', labId);
    await this.unitOfWork.run(async (unit) => {
      await requestMatching(unit, labId);
      const jobs = await jobsOfBatch(unit.manager, id);
      demandBatchVersion(jobs, version);
      for (const job of demandWaiting(jobs)) {
        const wanted = await makerChanges(unit.manager, job, fields, { isStaff, now: unit.now });
        const changes = onlyReal(job, wanted);
        if (changes.length > 0) await writeChanges(unit, job, changes);
      }
    });
  }

  /**
   * Removes all copies that wait from the queue; those that are printed go on.
   * @throws Fault JOB.BATCH_UNKNOWN, JOB.NOT_QUEUED {state}, AUTH.FORBIDDEN, AUTH.OTHER_LAB
   */
  async cancel(account: CurrentAccountInfo, id: BatchId): Promise<void> {
    const { labId } = await this.demandMayChange(account, id, 'job.cancel-any');
    await this.unitOfWork.run(async (unit) => {
      // First, as a match does: a copy that a machine has just taken is printed.
      await requestMatching(unit, labId);
      for (const job of demandWaiting(await jobsOfBatch(unit.manager, id)))
        await moveJob(unit, job, { type: 'cancelled' });
      await tellBatchDone(unit, id);
    });
  }

  private async demandMayChange(account: CurrentAccountInfo, id: BatchId, action: Action): Promise<Job> {
    const [job] = await demandJobsOf(this.database.manager, this.clock.now(), account, id);
    if (job.memberId !== account.memberId) demandIn(account, action, job.labId);
    return job;
  }
}

/** @throws Fault JOB.NOT_QUEUED {state} if none waits */
function demandWaiting(jobs: readonly Job[]): Job[] {
  const waiting = jobs.filter(({ state }) => WAITING.includes(state));
  if (waiting.length === 0) throw new Fault('JOB.NOT_QUEUED', { state: jobs[0]?.state ?? 'cancelled' });
  return waiting;
}
