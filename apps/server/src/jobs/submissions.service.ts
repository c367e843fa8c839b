import { Inject, Injectable } from '@nestjs/common';
import { isAllowed } from '@pandafab/domain';
import {
  type BatchId,
  type Clock,
  Fault,
  type JobId,
  type LabId,
  type Language,
  type MemberId,
  newId,
} from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { type CurrentAccountInfo, demandIn } from '../accounts/access';
import { putIntoWords } from '../api/words';
import { BillingService } from '../billing/billing.service';
import { CLOCK } from '../config';
import { StoredFile } from '../files/file.entity';
import type { IncomingFile, ReceivedFile } from '../files/file-store';
import { Lab } from '../labs/lab.entity';
import { Limits } from '../limits/limits.service';
import { raiseMatch } from '../matching/raise-match';
import { demandMaySubmitFor } from '../people/groups/submit-for-group';
import { Member } from '../people/member.entity';
import { residencyNotice } from '../people/residency';
import { ReadDatabase } from '../persistence/read-database';
import { UnitOfWork } from '../persistence/unit-of-work';
import { enqueue } from '../queues/outbox';
import { Batch, Job } from './job.entities';
import type { SubmitFields } from './jobs.dto';
import { once } from './once';
import { byAccount, record } from './transitions';

export interface Submission {
  /** On disk, and this submission's to keep or discard. */
  readonly file: IncomingFile;
  readonly fileName: string;
  readonly fields: SubmitFields;
  /** The sender's own name for it: sent again, it makes nothing new. */
  readonly key?: string | undefined;
}

/** Takes submissions: one batch, as many jobs as were asked for, and an analysis where the file is new. */
@Injectable()
export class SubmissionsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly billing: BillingService,
    private readonly limits: Limits,
  ) {}

  /**
   * Before the file is received. Staff submit for whole classes: they are not counted.
   * @throws Fault REQUEST.TOO_MANY {minutes, seconds}
   */
  async demandRoom(account: CurrentAccountInfo): Promise<void> {
    if (!isAllowed(account, 'job.submit-for-others'))
      await this.limits.demand('submission', account.accountId);
  }

  /**
   * Takes the submission's file with it: kept when the jobs are, discarded otherwise.
   * @throws Fault AUTH.FORBIDDEN, AUTH.OTHER_LAB, LAB.UNKNOWN, MEMBER.UNKNOWN, GROUP.UNKNOWN, GROUP.ARCHIVED,
   * GROUP.NOT_LEADER, BILLING.PRESTATION_UNKNOWN, BILLING.ALREADY_INVOICED, JOB.KEY_REUSED
   */
  async submit(account: CurrentAccountInfo, submission: Submission): Promise<Job[]> {
    const { file, fields } = submission;
    const memberId = fields.memberId ?? account.memberId;
    try {
      await demandExisting(this.database.manager, fields.labId, memberId);
      if (memberId !== account.memberId || fields.prestationId)
        demandIn(account, 'job.submit-for-others', fields.labId);
      await this.demandGroup(this.database.manager, account, fields);
      await file.keep();
      const { accountId } = account;
      const content = { ...fields, memberId, sha256: file.sha256 };
      return await this.unitOfWork.run((manager) =>
        once(manager, this.clock, { accountId, key: submission.key, content }, () =>
          this.record(manager, account, memberId, submission),
        ),
      );
    } finally {
      await file.discard();
    }
  }

  /** What whoever it is for should know: nothing of what a client or a group pays for. */
  async notices({ memberId, groupId, prestationId }: Job, language: Language) {
    if (groupId !== null || prestationId !== null) return [];
    const notice = await residencyNotice(this.database.manager, memberId, this.clock.now());
    const words = putIntoWords(notice, language);
    return words ? [words] : [];
  }

  private async record(
    manager: EntityManager,
    account: CurrentAccountInfo,
    memberId: MemberId,
    { file: received, fileName, fields }: Submission,
  ): Promise<Job[]> {
    const { accountId } = account;
    const { labId, groupId = null, prestationId = null, material = null, quantity } = fields;
    await demandExisting(manager, labId, memberId);
    await this.demandGroup(manager, account, fields);
    if (prestationId) await this.billing.openPrestation(manager, prestationId);
    const file = await this.recordFile(manager, received);
    const batchId = newId<BatchId>();
    const createdAt = this.clock.now();
    await manager.insert(Batch, { id: batchId, memberId, submittedBy: accountId, quantity, createdAt });
    const job = {
      batchId,
      memberId,
      groupId,
      labId,
      prestationId,
      material,
      fileName,
      fileSha256: file.sha256,
    };
    const times = { createdAt, changedAt: createdAt };
    const jobs = Array.from({ length: quantity }, () =>
      manager.create(Job, { id: newId<JobId>(), redoOf: null, ...job, ...times, ...standingOf(file) }),
    );
    await manager.insert(Job, jobs);
    for (const { id, state, refusal } of jobs) {
      const step = { from: null, to: state, event: 'submitted', cause: refusal };
      await record(manager, this.clock, { jobId: id, runId: null, labId }, step, byAccount(accountId));
    }
    if (file.state === 'analysed') await raiseMatch(manager, this.clock, labId);
    return jobs;
  }

  private async demandGroup(
    manager: EntityManager,
    account: CurrentAccountInfo,
    { groupId, labId }: SubmitFields,
  ): Promise<void> {
    if (groupId) await demandMaySubmitFor(manager, account, groupId, labId);
  }

  /**
   * The content's row, held until this unit of work ends: an analysis that ends meanwhile would not see the new
   * jobs, and they would wait for it for ever. Two that bring the same new content at once make one row.
   */
  private async recordFile(manager: EntityManager, { sha256, bytes }: ReceivedFile): Promise<StoredFile> {
    const row = { sha256, bytes, state: 'pending' as const, createdAt: this.clock.now() };
    await manager.createQueryBuilder().insert().into(StoredFile).values(row).orIgnore().execute();
    // Writing it again is what locks a row that was there, on PostgreSQL.
    await manager.update(StoredFile, { sha256 }, { bytes });
    const file = await manager.findOneByOrFail(StoredFile, { sha256 });
    if (file.state === 'pending') await enqueue(manager, this.clock, 'file.analyse', { sha256 });
    return file;
  }
}

async function demandExisting(manager: EntityManager, labId: LabId, memberId: MemberId): Promise<void> {
  if (!(await manager.existsBy(Lab, { id: labId }))) throw new Fault('LAB.UNKNOWN');
  if (!(await manager.existsBy(Member, { id: memberId }))) throw new Fault('MEMBER.UNKNOWN');
}

/** Where a new job of a file begins. */
export function standingOf({ state, refusal }: StoredFile): Pick<Job, 'state' | 'refusal'> {
  if (state === 'analysed') return { state: 'queued', refusal: null };
  return state === 'refused' ? { state, refusal } : { state: 'analysing', refusal: null };
}
