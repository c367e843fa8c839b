import { Inject, Injectable } from '@nestjs/common';
import { type Clock, Fault, type JobId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { type CurrentAccountInfo, demandIn } from '../accounts/access';
import { CLOCK } from '../config';
import { StoredFile } from '../files/file.entity';
import { raiseMatch } from '../matching/raise-match';
import { demandMaterial } from '../materials/lab-materials';
import { UnitOfWork } from '../persistence/unit-of-work';
import { Job } from './job.entities';
import type { MaterialDto } from './jobs.dto';
import { recordMaterial, wishOf } from './material-wish';
import { maySee } from './sight';
import { byAccount } from './transitions';

/** Decides what waiting jobs are made of: a machine has another material than the file, and somebody has to say. */
@Injectable()
export class MaterialService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Saying the same twice changes nothing.
   * @throws Fault JOB.UNKNOWN, JOB.NOT_QUEUED {state}, MATERIAL.UNKNOWN, JOB.MATERIAL_DIFFERS
   */
  async choose(account: CurrentAccountInfo, id: JobId, fields: MaterialDto): Promise<void> {
    await this.unitOfWork.run((manager) => this.chooseIn(manager, account, id, fields));
  }

  private async chooseIn(
    manager: EntityManager,
    account: CurrentAccountInfo,
    id: JobId,
    fields: MaterialDto,
  ): Promise<void> {
    const job = await manager.findOneBy(Job, { id });
    if (!job || !(await maySee(manager, this.clock.now(), account, job))) throw new Fault('JOB.UNKNOWN');
    if (job.memberId !== account.memberId) demandIn(account, 'job.submit-for-others', job.labId);
    const file = await manager.findOneByOrFail(StoredFile, { sha256: job.fileSha256 });
    const wish = await demandMaterial(manager, job.labId, wishOf(fields), file);
    if (job.material === wish.material && job.insteadOf === wish.insteadOf) return;
    const waiting = { id, state: In(['analysing', 'queued'] as const) };
    const { affected } = await manager.update(Job, waiting, { ...wish, changedAt: this.clock.now() });
    if (affected !== 1) throw new Fault('JOB.NOT_QUEUED', { state: job.state });
    const subject = { jobId: id, labId: job.labId, state: job.state };
    await recordMaterial(manager, this.clock, subject, wish, byAccount(account.accountId));
    await raiseMatch(manager, this.clock, job.labId);
  }
}
