import { Inject, Injectable } from '@nestjs/common';
import { isAllowed } from '@pandafab/domain';
import {
  type BatchId,
  type Clock,
  Fault,
  type JobId,
  type LabId,
  type MemberId,
  newId,
} from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { type CurrentAccountInfo, demandIn } from '../accounts/access';
import { BillingService } from '../billing/billing.service';
import { CLOCK } from '../config';
import { StoredFile } from '../files/file.entity';
import type { IncomingFile, ReceivedFile } from '../files/file-store';
import { Lab } from '../labs/lab.entity';
import { Limits } from '../limits/limits.service';
import { raiseMatch } from '../matching/raise-match';
import { Member } from '../people/member.entity';
import { ReadDatabase } from '../persistence/read-database';
import { UnitOfWork } from '../persistence/unit-of-work';
import { enqueue } from '../queues/outbox';
import { Batch, Job } from './job.entities';
import type { SubmitFields } from './jobs.dto';
import { byAccount, record } from './transitions';

export interface Submission {
  /** On disk, and this submission's to keep or discard. */
  readonly file: IncomingFile;
  readonly fileName: string;
  readonly fields: SubmitFields;
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
   * @throws Fault AUTH.FORBIDDEN, AUTH.OTHER_LAB, LAB.UNKNOWN, MEMBER.UNKNOWN, BILLING.PRESTATION_UNKNOWN, BILLING.ALREADY_INVOICED
   */
  async submit(account: CurrentAccountInfo, submission: Submission): Promise<Job[]> {
    const { file, fields } = submission;
    const memberId = fields.memberId ?? account.memberId;
    try {
      await demandExisting(this.database.manager, fields.labId, memberId);
      if (memberId !== account.memberId || fields.prestationId)
        demandIn(account, 'job.submit-for-others', fields.labId);
      await file.keep();
      return await this.unitOfWork.run((manager) => this.record(manager, account, memberId, submission));
    } finally {
      await file.discard();
    }
  }

  private async record(
    manager: EntityManager,
    { accountId }: CurrentAccountInfo,
    memberId: MemberId,
    { file: received, fileName, fields }: Submission,
  ): Promise<Job[]> {
    const { labId, prestationId = null, material = null, quantity } = fields;
    await demandExisting(manager, labId, memberId);
    if (prestationId) await this.billing.openPrestation(manager, prestationId);
    const file = await this.recordFile(manager, received);
    const batchId = newId<BatchId>();
    const createdAt = this.clock.now();
    await manager.insert(Batch, { id: batchId, memberId, submittedBy: accountId, quantity, createdAt });
    const job = {
      batchId,
      memberId,
      groupId: null,
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
      await record(manager, this.clock, { jobId: id, runId: null }, step, byAccount(accountId));
    }
    if (file.state === 'analysed') await raiseMatch(manager, this.clock, labId);
    return jobs;
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
