import { Inject, Injectable } from '@nestjs/common';
import { isAllowed } from '@pandafab/domain';
import {
  type BatchId,
  type Clock,
  Fault,
  type JobId,
  type Language,
  type MemberId,
  newId,
} from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { type CurrentAccountInfo, demand, demandIn } from '../accounts/access';
import { putIntoWords } from '../api/words';
import { BillingService } from '../billing/billing.service';
import { CLOCK } from '../config';
import { StoredFile } from '../files/file.entity';
import type { FormFile } from '../files/read-file-form';
import { keepContent, recordContent } from '../files/record-content';
import { Lab } from '../labs/lab.entity';
import { Limits } from '../limits/limits.service';
import { raiseMatch } from '../matching/raise-match';
import { demandMaterial } from '../materials/lab-materials';
import { demandMaySubmitFor } from '../people/groups/submit-for-group';
import { demandKnown } from '../people/known';
import { residencyNotice } from '../people/residency';
import { ReadDatabase } from '../persistence/read-database';
import { UnitOfWork } from '../persistence/unit-of-work';
import { Batch, Job } from './job.entities';
import type { SubmitFields } from './jobs.dto';
import { JobsService } from './jobs.service';
import { recordMaterial, wishOf } from './material-wish';
import { once } from './once';
import { byAccount, record } from './transitions';

/** What is to be made: its content's row, held until the unit of work ends, and the name it came with. */
export interface NamedContent {
  readonly file: StoredFile;
  readonly fileName: string;
}

export interface Submission {
  /** What tells this content from another: the same key with another is a mistake of the sender's. */
  readonly identity: object;
  /** Gives the content, in the unit of work that makes its jobs. */
  readonly take: (manager: EntityManager) => Promise<NamedContent>;
  readonly fields: SubmitFields;
  /** The sender's own name for it: sent again, it makes nothing new. */
  readonly key?: string | undefined;
}

/** Who pays, where it is not the member; null or absent: nobody else. */
export type Beneficiary = Partial<Pick<Job, 'groupId' | 'prestationId'>>;

/** For whom something is to be made, and where. */
export type Wish = Omit<SubmitFields, 'quantity'>;

/** Takes submissions: one batch, as many jobs as were asked for, and an analysis where the file is new. */
@Injectable()
export class SubmissionsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly billing: BillingService,
    private readonly limits: Limits,
    private readonly jobs: JobsService,
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
   * Makes the jobs of a submission.
   * @throws Fault JOB.KEY_REUSED, MATERIAL.UNKNOWN, JOB.MATERIAL_DIFFERS; what `demandAllowed` and the submission's `take` throw; BILLING.PRESTATION_UNKNOWN,
   * BILLING.ALREADY_INVOICED
   */
  submit(account: CurrentAccountInfo, submission: Submission): Promise<Job[]> {
    const { fields, identity, key } = submission;
    const { accountId } = account;
    const content = { ...fields, memberId: fields.memberId ?? account.memberId, ...identity };
    return this.unitOfWork.run((manager) =>
      once(manager, this.clock, { accountId, key, content }, () => this.record(manager, account, submission)),
    );
  }

  /**
   * The same with the file that came with it: discarded where nobody may have that made; where it is refused later, the
   * sweep takes it.
   * @throws what `submit` throws
   */
  async submitFile(
    account: CurrentAccountInfo,
    { file, fileName, fields }: FormFile<SubmitFields>,
    key: string | undefined,
  ): Promise<Job[]> {
    const { sha256, bytes } = file;
    try {
      // Before it is kept: what nobody may have made leaves nothing behind.
      await this.demandAllowed(this.database.manager, account, fields);
      await keepContent(this.unitOfWork, this.clock, file);
      const take = async (manager: EntityManager) => ({
        file: await recordContent(manager, this.clock, { sha256, bytes }),
        fileName,
      });
      return await this.submit(account, { identity: { sha256 }, take, fields, key });
    } finally {
      await file.discard();
    }
  }

  /**
   * May this account have that made, for whom it says?
   * @throws Fault AUTH.FORBIDDEN, AUTH.OTHER_LAB, LAB.UNKNOWN, MEMBER.UNKNOWN, MEMBER.NOT_KNOWN, GROUP.UNKNOWN,
   * GROUP.ARCHIVED, GROUP.NOT_LEADER
   */
  async demandAllowed(manager: EntityManager, account: CurrentAccountInfo, wish: Wish): Promise<void> {
    const { labId, groupId, prestationId, memberId = account.memberId } = wish;
    const forOthers = memberId !== account.memberId || prestationId !== undefined;
    // Whoever may not at all learns nothing of who is there.
    if (forOthers) demand(account, 'job.submit-for-others');
    if (!(await manager.existsBy(Lab, { id: labId }))) throw new Fault('LAB.UNKNOWN');
    if (forOthers) demandIn(account, 'job.submit-for-others', labId);
    await demandKnown(manager, account, memberId);
    if (groupId) await demandMaySubmitFor(manager, account, groupId, labId);
  }

  /** What the sender is told of a submission. */
  async answer(account: CurrentAccountInfo, jobs: readonly Job[], language: Language) {
    const [first] = jobs;
    if (!first) throw new Error('a submission of at least one made none');
    const notices = await this.notices(first.memberId, first, language);
    return { batchId: first.batchId, jobs: await this.jobs.view(account, jobs, language), notices };
  }

  /** What whoever it is for should know: nothing of what a client or a group pays for. */
  async notices(memberId: MemberId, { groupId, prestationId }: Beneficiary, language: Language) {
    if (groupId || prestationId) return [];
    const notice = await residencyNotice(this.database.manager, memberId, this.clock.now());
    const words = putIntoWords(notice, language);
    return words ? [words] : [];
  }

  private async record(
    manager: EntityManager,
    account: CurrentAccountInfo,
    { take, fields }: Submission,
  ): Promise<Job[]> {
    const { accountId } = account;
    const { labId, groupId = null, prestationId = null, quantity } = fields;
    const memberId = fields.memberId ?? account.memberId;
    await this.demandAllowed(manager, account, fields);
    if (prestationId) await this.billing.openPrestation(manager, prestationId);
    const { file, fileName } = await take(manager);
    const wish = await demandMaterial(manager, labId, wishOf(fields), file);
    const batchId = newId<BatchId>();
    const createdAt = this.clock.now();
    await manager.insert(Batch, { id: batchId, memberId, submittedBy: accountId, quantity, createdAt });
    const job = {
      batchId,
      memberId,
      groupId,
      labId,
      prestationId,
      ...wish,
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
      const subject = { jobId: id, runId: null, labId };
      await record(manager, this.clock, subject, step, byAccount(accountId));
      if (wish.insteadOf !== null)
        await recordMaterial(manager, this.clock, { ...subject, state }, wish, byAccount(accountId));
    }
    if (file.state === 'analysed') await raiseMatch(manager, this.clock, labId);
    return jobs;
  }
}

/** Where a new job of a file begins. */
export function standingOf({ state, refusal }: StoredFile): Pick<Job, 'state' | 'refusal'> {
  if (state === 'analysed') return { state: 'queued', refusal: null };
  return state === 'refused' ? { state, refusal } : { state: 'analysing', refusal: null };
}
