import { Inject, Injectable } from '@nestjs/common';
import { type BatchId, type Clock, Fault, type JobId, newId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { type CurrentAccountInfo, demand } from '../accounts/access';
import { Member } from '../accounts/member.entity';
import { BillingService } from '../billing/billing.service';
import { CLOCK } from '../config';
import { StoredFile } from '../files/file.entity';
import type { ReceivedFile } from '../files/file-store';
import { Lab } from '../labs/lab.entity';
import { raiseMatch } from '../matching/raise-match';
import { UnitOfWork } from '../persistence/unit-of-work';
import { enqueue } from '../queues/outbox';
import { Batch, Job } from './job.entities';
import type { SubmitFields } from './jobs.dto';

export interface Submission {
  readonly file: ReceivedFile;
  readonly fileName: string;
  readonly fields: SubmitFields;
}

/** Takes submissions: one batch, as many jobs as were asked for, and an analysis where the file is new. */
@Injectable()
export class SubmissionsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly billing: BillingService,
  ) {}

  /** @throws Fault AUTH.FORBIDDEN, LAB.UNKNOWN, MEMBER.UNKNOWN, BILLING.PRESTATION_UNKNOWN, BILLING.ALREADY_INVOICED */
  submit(account: CurrentAccountInfo, submission: Submission): Promise<Job[]> {
    const { fields } = submission;
    const memberId = fields.memberId ?? account.memberId;
    if (memberId !== account.memberId || fields.prestationId) demand(account, 'job.submit-for-others');
    return this.unitOfWork.run(async (manager) => {
      await this.demandExisting(manager, { ...fields, memberId });
      const file = await this.keepFile(manager, submission.file);
      const batchId = newId<BatchId>();
      const createdAt = this.clock.now();
      const { quantity } = fields;
      await manager.insert(Batch, {
        id: batchId,
        memberId,
        submittedBy: account.accountId,
        quantity,
        createdAt,
      });
      const jobs = Array.from({ length: quantity }, () =>
        manager.create(Job, {
          id: newId<JobId>(),
          batchId,
          memberId,
          labId: fields.labId,
          prestationId: fields.prestationId ?? null,
          fileSha256: file.sha256,
          fileName: submission.fileName,
          material: fields.material ?? null,
          state: stateFor(file),
          createdAt,
          changedAt: createdAt,
        }),
      );
      await manager.insert(Job, jobs);
      if (file.state === 'analysed') await raiseMatch(manager, this.clock, fields.labId);
      return jobs;
    });
  }

  private async demandExisting(
    manager: EntityManager,
    fields: SubmitFields & { memberId: Job['memberId'] },
  ): Promise<void> {
    if (!(await manager.existsBy(Lab, { id: fields.labId }))) throw new Fault('LAB.UNKNOWN');
    if (!(await manager.existsBy(Member, { id: fields.memberId }))) throw new Fault('MEMBER.UNKNOWN');
    if (fields.prestationId) await this.billing.openPrestation(manager, fields.prestationId);
  }

  private async keepFile(manager: EntityManager, { sha256, bytes }: ReceivedFile): Promise<StoredFile> {
    const known = await manager.findOneBy(StoredFile, { sha256 });
    if (known) return known;
    const file = manager.create(StoredFile, { sha256, bytes, state: 'pending', createdAt: this.clock.now() });
    await manager.insert(StoredFile, file as object);
    await enqueue(manager, this.clock, 'file.analyse', { sha256 });
    return file;
  }
}

function stateFor(file: StoredFile): Job['state'] {
  if (file.state === 'analysed') return 'queued';
  return file.state === 'refused' ? 'refused' : 'analysing';
}
