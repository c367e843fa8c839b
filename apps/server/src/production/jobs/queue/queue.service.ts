import { Inject, Injectable } from '@nestjs/common';
import { isAllowedIn, type JobState } from '@pandafab/domain';
import { type Clock, Fault, type JobId, type LabId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { requestMatching } from '../../../network/labs/request-matching';
import { type CurrentAccountInfo, demandIn } from '../../../platform/http/access';
import { CLOCK } from '../../../platform/kit/config';
import { ReadDatabase } from '../../../platform/persistence/read-database';
import type { Unit } from '../../../platform/persistence/unit';
import { UnitOfWork } from '../../../platform/persistence/unit-of-work';
import { Job } from '../job.entities';
import { maySee } from '../job-visibility';
import { SubmissionsService } from '../submissions.service';
import { tellBatchDone } from '../tell-batch-done';
import { moveJob } from '../transitions';
import { approvalGiven, approvalRefused } from './approval-notices';
import { type Change, onlyReal, recordChanges, writeChanges } from './change';
import { demandVersion } from './demand-version';
import { makerChanges } from './maker-changes';
import { othersThan } from './other-labs';
import { placeAgain } from './place-again';
import { type QueueChanges, STAFF_FIELDS } from './queue.dto';
import { staffChanges } from './staff-changes';

/** States in which a job waits: nothing was printed yet. */
export const WAITING: readonly JobState[] = ['analysing', 'queued'];
/** Changes that give a job another place. */
const PLACES: readonly Change['event'][] = ['moved', 'priority changed', 'due changed'];
const HERE_MS = 2 * 3_600_000;

/** Changes of waiting jobs by their members and by the staff of their labs. */
@Injectable()
export class QueueService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly submissions: SubmissionsService,
  ) {}

  /**
   * Changes a waiting job, all of it or nothing.
   * @param version of the job that the author saw
   * @throws Fault JOB.UNKNOWN, JOB.CHANGED, JOB.CHANGED_BY, JOB.NOT_QUEUED {state}, AUTH.FORBIDDEN, AUTH.OTHER_LAB, and
   * what `makerChanges`, `staffChanges` and, for other labs, `demandAllowed` throw
   */
  async change(
    account: CurrentAccountInfo,
    id: JobId,
    { version, ...fields }: QueueChanges & { readonly version: number },
  ): Promise<void> {
    const seen = await this.demandMayChange(account, id, isOfStaff(fields));
    const { labId } = seen;
    await this.demandLabs(account, seen, fields.otherLabIds ?? []);
    await this.unitOfWork.run(async (unit) => {
      // First, as a match does: a job is changed before it is matched or after, never meanwhile.
      await requestMatching(unit, labId);
      const job = await unit.manager.findOneByOrFail(Job, { id });
      await demandVersion(unit.manager, account, job, version);
      if (!WAITING.includes(job.state)) throw new Fault('JOB.NOT_QUEUED', { state: job.state });
      const isStaff = isAllowedIn(account, 'job.arrange', labId);
      const changes = onlyReal(job, await this.changesOf(unit, job, fields, isStaff));
      await writeChanges(unit, job, changes);
      if (changes.some(({ event }) => PLACES.includes(event))) await placeAgain(unit, labId);
      if (changes.some(({ event }) => event === 'approved')) await approvalGiven(unit, job);
      if (fields.approval?.decision === 'refused') await refuse(unit, job, fields.approval.words);
    });
  }

  /**
   * A member says that they are in the lab: for two hours the job may begin, and so may its copies that need them.
   * @throws Fault JOB.UNKNOWN, JOB.NOT_QUEUED {state}, AUTH.FORBIDDEN, AUTH.OTHER_LAB
   */
  async here(account: CurrentAccountInfo, id: JobId): Promise<void> {
    const { labId } = await this.demandMayChange(account, id, false);
    await this.unitOfWork.run(async (unit) => {
      await requestMatching(unit, labId);
      const job = await unit.manager.findOneByOrFail(Job, { id });
      if (!WAITING.includes(job.state)) throw new Fault('JOB.NOT_QUEUED', { state: job.state });
      const set = { makerHereUntil: unit.now + HERE_MS };
      for (const copy of await copiesThatWait(unit.manager, job)) {
        await unit.manager.update(Job, { id: copy.id }, set);
        await recordChanges(unit, copy, [{ event: 'maker here', set }]);
      }
    });
  }

  private async changesOf(
    { manager, now }: Unit,
    job: Job,
    fields: QueueChanges,
    isStaff: boolean,
  ): Promise<Change[]> {
    const own = await makerChanges(manager, job, fields, { isStaff, now });
    return [...own, ...(await staffChanges(manager, job, fields, now))];
  }

  /** Who names a lab must be able to submit the job there. */
  private async demandLabs(account: CurrentAccountInfo, job: Job, labIds: readonly LabId[]): Promise<void> {
    const whose = {
      memberId: job.memberId,
      ...(job.groupId && { groupId: job.groupId }),
      ...(job.prestationId && { prestationId: job.prestationId }),
    };
    for (const labId of othersThan(job.labId, labIds))
      await this.submissions.demandAllowed(this.database.manager, account, { labId, ...whose });
  }

  /** Before the job is locked. @throws Fault JOB.UNKNOWN, AUTH.FORBIDDEN, AUTH.OTHER_LAB */
  private async demandMayChange(account: CurrentAccountInfo, id: JobId, isOfStaff: boolean): Promise<Job> {
    const { manager } = this.database;
    const job = await manager.findOneBy(Job, { id });
    if (!job || !(await maySee(manager, this.clock.now(), account, job))) throw new Fault('JOB.UNKNOWN');
    if (isOfStaff || job.memberId !== account.memberId) demandIn(account, 'job.arrange', job.labId);
    return job;
  }
}

const isOfStaff = (fields: QueueChanges): boolean =>
  STAFF_FIELDS.some((field) => fields[field] !== undefined);

/** Refuses a waiting job for good, with words for its maker. */
async function refuse(unit: Unit, job: Job, words: string): Promise<void> {
  const refusal = { code: 'JOB.NOT_APPROVED', details: { words } };
  const moved = await moveJob(unit, job, { type: 'refused' }, { refusal });
  if (typeof moved !== 'object') throw new Fault('JOB.NOT_QUEUED', { state: job.state });
  await approvalRefused(unit, job, words);
  await tellBatchDone(unit, job.batchId);
}

/** A waiting job, and its copies that wait for their member as well. */
const copiesThatWait = (manager: EntityManager, { id, batchId }: Job): Promise<Job[]> =>
  manager.find(Job, {
    where: [{ id }, { batchId, needsMaker: true, state: In([...WAITING]) }],
    order: { rank: 'ASC' },
  });
