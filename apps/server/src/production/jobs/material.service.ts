import { Injectable } from '@nestjs/common';
import { Fault, type JobId } from '@pandafab/shared';
import { In } from 'typeorm';
import { requestMatching } from '../../network/labs/request-matching';
import { type CurrentAccountInfo, demandIn } from '../../platform/http/access';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { demandMaterial } from '../../stock/spools/lab-materials';
import { StoredFile } from '../files/file.entity';
import { Job } from './job.entities';
import { maySee } from './job-visibility';
import type { MaterialDto } from './jobs.dto';
import { materialChoiceOf, recordMaterial } from './material-choice';
import { askApproval } from './queue/ask-approval';
import { JobApproval, mayApprove } from './queue/job-approval';

/**
 * Stores a member's or the staff's choice of material for a waiting job, e.g. if the machine has another one than the
 * file.
 */
@Injectable()
export class MaterialService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly approval: JobApproval,
  ) {}

  /**
   * Idempotent.
   * @throws Fault JOB.UNKNOWN, JOB.NOT_QUEUED {state}, MATERIAL.UNKNOWN, JOB.MATERIAL_DIFFERS
   */
  async choose(account: CurrentAccountInfo, id: JobId, fields: MaterialDto): Promise<void> {
    await this.unitOfWork.run((unit) => this.chooseIn(unit, account, id, fields));
  }

  private async chooseIn(
    unit: Unit,
    account: CurrentAccountInfo,
    id: JobId,
    fields: MaterialDto,
  ): Promise<void> {
    const { manager, now } = unit;
    const job = await manager.findOneBy(Job, { id });
    if (!job || !(await maySee(manager, now, account, job))) throw new Fault('JOB.UNKNOWN');
    if (job.memberId !== account.memberId) demandIn(account, 'job.submit-for-others', job.labId);
    const file = await manager.findOneByOrFail(StoredFile, { sha256: job.fileSha256 });
    const choice = await demandMaterial(manager, job.labId, materialChoiceOf(fields), file);
    if (job.material === choice.material && job.insteadOf === choice.insteadOf) return;
    // Labs before jobs, as a match and an analysis have it.
    await requestMatching(unit, job.labId);
    const waiting = { id, state: In(['analysing', 'queued'] as const) };
    const version = () => 'version + 1';
    const { affected } = await manager.update(Job, waiting, { ...choice, changedAt: now, version } as object);
    if (affected !== 1) throw new Fault('JOB.NOT_QUEUED', { state: job.state });
    const subject = { jobId: id, labId: job.labId, state: job.state };
    await recordMaterial(unit, subject, choice);
    if (!mayApprove(account, job)) await this.askAgain(unit, { ...job, ...choice }, file);
  }

  /** A lab may ask for approval of the other material. Its rules on everything else were applied before. */
  private async askAgain(unit: Unit, job: Job, file: StoredFile): Promise<void> {
    const reasons = await this.approval.reasons(unit.manager, { ...job, quantity: 1 }, file);
    await askApproval(
      unit,
      job,
      reasons.filter(({ code }) => code === 'MATERIAL'),
    );
  }
}
