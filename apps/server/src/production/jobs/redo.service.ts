import { Injectable } from '@nestjs/common';
import { rank } from '@pandafab/domain';
import { Fault, type JobId, newId } from '@pandafab/shared';
import { BillingService } from '../../money/billing.service';
import { requestMatching } from '../../network/labs/request-matching';
import { type CurrentAccountInfo, demandIn } from '../../platform/http/access';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { enqueue } from '../../platform/queues/outbox';
import { analyseFile } from '../files/analyse-file.job';
import { StoredFile } from '../files/file.entity';
import { Job } from './job.entities';
import { maySee } from './job-visibility';
import { recordApproval } from './queue/ask-approval';
import { JobApproval } from './queue/job-approval';
import { reserveJobs } from './queue/reserve-jobs';
import { keptForRedo } from './queue/wishes';
import { initialStateOf } from './submissions.service';
import { moveJob, recordStep } from './transitions';

/** Makes stopped jobs again, as new jobs. A run that has begun is never repeated, and only a person decides to redo. */
@Injectable()
export class RedoService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly billing: BillingService,
    private readonly approval: JobApproval,
  ) {}

  /**
   * Returns the job that makes `id` again. Idempotent: a second call returns the same job.
   * @throws Fault JOB.UNKNOWN, JOB.NOT_STOPPED {state}, BILLING.PRESTATION_UNKNOWN, BILLING.ALREADY_INVOICED,
   * PRESTATION.CANCELLED, PRESTATION.DELIVERED
   */
  async redo(account: CurrentAccountInfo, id: JobId): Promise<Job> {
    return this.unitOfWork.run((unit) => this.redoIn(unit, account, id));
  }

  private async redoIn(unit: Unit, account: CurrentAccountInfo, id: JobId): Promise<Job> {
    const { manager, now } = unit;
    const job = await manager.findOneBy(Job, { id });
    if (!job) throw new Fault('JOB.UNKNOWN');
    if (job.memberId !== account.memberId) {
      if (!(await maySee(manager, now, account, job))) throw new Fault('JOB.UNKNOWN');
      demandIn(account, 'job.redo-any', job.labId);
    }
    if (job.state === 'redone') return manager.findOneByOrFail(Job, { redoOf: id });
    const moved = await moveJob(unit, job, { type: 'redone' });
    if (moved === 'refused') throw new Fault('JOB.NOT_STOPPED', { state: job.state });
    // Another request decided at the same moment: read its result.
    if (moved === 'overtaken') return this.redoIn(unit, account, id);
    return this.makeAgain(unit, account, job);
  }

  private async makeAgain(unit: Unit, account: CurrentAccountInfo, old: Job): Promise<Job> {
    const { manager, now } = unit;
    const ofGroup = await this.billing.prestationOf(unit, account.accountId, old.groupId);
    const prestationId = ofGroup ?? old.prestationId;
    if (prestationId) await this.billing.openPrestation(unit, prestationId);
    const file = await manager.findOneByOrFail(StoredFile, { sha256: old.fileSha256 });
    const id = newId<JobId>();
    const place = { rank: rank({ id, submittedAt: now }), createdAt: now, changedAt: now };
    const own = { id, redoOf: old.id, prestationId, ...place, ...initialStateOf(file) };
    const approval = await this.approval.atRedo(manager, account, old, file);
    const job = manager.create(Job, { ...old, ...keptForRedo(old), ...approval, ...own });
    await manager.insert(Job, job);
    const step = { from: null, to: job.state, event: 'submitted', cause: job.refusal };
    await recordStep(unit, { jobId: job.id, runId: null, labId: job.labId }, step);
    await recordApproval(unit, [job]);
    await reserveJobs(unit, this.billing, [job], file);
    if (file.state === 'pending') await enqueue(unit, analyseFile, { sha256: file.sha256 });
    if (file.state === 'analysed') await requestMatching(unit, job.labId);
    return job;
  }
}
