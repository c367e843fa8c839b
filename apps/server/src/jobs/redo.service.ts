import { Inject, Injectable } from '@nestjs/common';
import { type Clock, Fault, type JobId, newId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { type CurrentAccountInfo, demandIn } from '../accounts/access';
import { BillingService } from '../billing/billing.service';
import { CLOCK } from '../config';
import { StoredFile } from '../files/file.entity';
import { raiseMatch } from '../matching/raise-match';
import { UnitOfWork } from '../persistence/unit-of-work';
import { enqueue } from '../queues/outbox';
import { Job } from './job.entities';
import { maySee } from './sight';
import { standingOf } from './submissions.service';
import { byAccount, moveJob, record } from './transitions';

/** Makes stopped jobs again, as new ones: a run that has begun is never begun again, and only people decide. */
@Injectable()
export class RedoService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly billing: BillingService,
  ) {}

  /**
   * The job that makes `id` again, however often it is asked for.
   * @throws Fault JOB.UNKNOWN, JOB.NOT_STOPPED {state}, BILLING.PRESTATION_UNKNOWN, BILLING.ALREADY_INVOICED
   */
  async redo(account: CurrentAccountInfo, id: JobId): Promise<Job> {
    return this.unitOfWork.run((manager) => this.redoIn(manager, account, id));
  }

  private async redoIn(manager: EntityManager, account: CurrentAccountInfo, id: JobId): Promise<Job> {
    const job = await manager.findOneBy(Job, { id });
    if (!job) throw new Fault('JOB.UNKNOWN');
    if (job.memberId !== account.memberId) {
      if (!(await maySee(manager, this.clock.now(), account, job))) throw new Fault('JOB.UNKNOWN');
      demandIn(account, 'job.redo-any', job.labId);
    }
    if (job.state === 'redone') return manager.findOneByOrFail(Job, { redoOf: id });
    const moved = await moveJob(manager, this.clock, job, { type: 'redone' }, byAccount(account.accountId));
    if (moved === 'refused') throw new Fault('JOB.NOT_STOPPED', { state: job.state });
    // Somebody else decided at the same moment: look at what.
    if (moved === 'overtaken') return this.redoIn(manager, account, id);
    return this.makeAgain(manager, account, job);
  }

  private async makeAgain(manager: EntityManager, account: CurrentAccountInfo, old: Job): Promise<Job> {
    if (old.prestationId) await this.billing.openPrestation(manager, old.prestationId);
    const file = await manager.findOneByOrFail(StoredFile, { sha256: old.fileSha256 });
    const at = this.clock.now();
    const own = { id: newId<JobId>(), redoOf: old.id, createdAt: at, changedAt: at, ...standingOf(file) };
    const job = manager.create(Job, { ...old, ...own });
    await manager.insert(Job, job);
    const step = { from: null, to: job.state, event: 'submitted', cause: job.refusal };
    await record(
      manager,
      this.clock,
      { jobId: job.id, runId: null, labId: job.labId },
      step,
      byAccount(account.accountId),
    );
    if (file.state === 'pending') await enqueue(manager, this.clock, 'file.analyse', { sha256: file.sha256 });
    if (file.state === 'analysed') await raiseMatch(manager, this.clock, job.labId);
    return job;
  }
}
