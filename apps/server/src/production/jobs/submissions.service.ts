import { Inject, Injectable } from '@nestjs/common';
import { isAllowed, rank } from '@pandafab/domain';
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
import { type EntityManager } from 'typeorm';
import { BillingService } from '../../money/billing.service';
import { Lab } from '../../network/labs/lab.entity';
import { requestMatching } from '../../network/labs/request-matching';
import { demandMaySubmitFor } from '../../people/groups/submit-for-group';
import { demandKnown } from '../../people/members/known';
import { LabsOfMembers } from '../../people/members/labs-of-members';
import { residencyNotice } from '../../people/members/residency';
import { type CurrentAccountInfo, demand, demandIn } from '../../platform/http/access';
import type { FormFile } from '../../platform/http/read-file-form';
import { putIntoWords } from '../../platform/http/words';
import { CLOCK } from '../../platform/kit/config';
import { Limits } from '../../platform/limits/limits.service';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { demandColour } from '../../stock/spools/lab-colours';
import { demandMaterial } from '../../stock/spools/lab-materials';
import { StoredFile } from '../files/file.entity';
import { keepContent, recordContent } from '../files/record-content';
import { jobRefused } from '../notices/job-notices';
import { demandMachineOf } from './demand-machine';
import { submitOnce } from './idempotent-submission';
import { Batch, Job } from './job.entities';
import type { SubmitFields } from './jobs.dto';
import { JobsService } from './jobs.service';
import { LabChoice } from './lab-choice';
import { materialChoiceOf, recordMaterial } from './material-choice';
import { recordApproval } from './queue/ask-approval';
import { JobApproval } from './queue/job-approval';
import { othersThan } from './queue/other-labs';
import { reserveJobs } from './queue/reserve-jobs';
import { wishesOf } from './queue/wishes';
import { tellMakers } from './tell-makers';
import { recordStep } from './transitions';

/** The file to print: its content's row, locked until the unit of work ends, and the uploaded file's name. */
export interface NamedContent {
  readonly file: StoredFile;
  readonly fileName: string;
}

export interface Submission {
  /** Identifies the content: the same key with another content is a mistake of the client. */
  readonly identity: object;
  /** Of the content, where it is known before the unit of work. */
  readonly sha256?: string;
  /** Returns the content, in the unit of work that makes its jobs. */
  readonly claimContent: (unit: Unit) => Promise<NamedContent>;
  readonly fields: SubmitFields;
  /**
   * Called before `claimContent`, in the same unit of work: jobs that an earlier request made for the same content.
   * Where there are some, none is made.
   */
  readonly alreadyMade?: (unit: Unit) => Promise<Job[]>;
  /** The client's idempotency key: the same submission sent again makes no new jobs. */
  readonly key?: string | undefined;
}

/** The group or the prestation that pays; null or absent: the member pays. */
export type Beneficiary = Partial<Pick<Job, 'groupId' | 'prestationId'>>;

/** For which member or group a job is made, and in which lab. */
export type SubmissionRequest = Omit<SubmitFields, 'quantity'>;

/** Accepts submissions: makes one batch, the requested number of jobs, and an analysis if the file is new. */
@Injectable()
export class SubmissionsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly billing: BillingService,
    private readonly limits: Limits,
    private readonly jobs: JobsService,
    private readonly labsOfMembers: LabsOfMembers,
    private readonly approval: JobApproval,
    private readonly labChoice: LabChoice,
  ) {}

  /**
   * Called before the file is received. The rate limit does not apply to staff, who submit for whole classes.
   * @throws Fault REQUEST.TOO_MANY {minutes, seconds}
   */
  async demandRoom(account: CurrentAccountInfo): Promise<void> {
    if (!isAllowed(account, 'job.submit-for-others'))
      await this.limits.demand('submission', account.accountId);
  }

  /**
   * Makes the jobs of a submission.
   * @throws Fault JOB.KEY_REUSED, MACHINE.UNKNOWN, MATERIAL.UNKNOWN, MATERIAL.COLOUR_UNKNOWN, JOB.MATERIAL_DIFFERS, BILLING.PRESTATION_UNKNOWN,
   * BILLING.ALREADY_INVOICED, PRESTATION.CANCELLED, PRESTATION.DELIVERED; what `demandAllowed` and `claimContent` throw
   */
  async submit(account: CurrentAccountInfo, submission: Submission): Promise<Job[]> {
    const { fields, identity, key } = submission;
    const { accountId } = account;
    const content = { ...fields, memberId: fields.memberId ?? account.memberId, ...identity };
    const placed = { ...submission, fields: await this.inSoonestLab(account, submission) };
    return this.unitOfWork.run((unit) =>
      submitOnce(unit, { accountId, key, content }, async () => {
        const made = (await submission.alreadyMade?.(unit)) ?? [];
        return made.length > 0 ? made : this.createJobs(unit, account, placed);
      }),
    );
  }

  /**
   * The same, with an uploaded file. The file is discarded if the account may not submit this; if a later check refuses
   * it, the sweep removes it.
   * @throws what `submit` throws
   */
  async submitFile(
    account: CurrentAccountInfo,
    { file, fileName, fields }: FormFile<SubmitFields>,
    key: string | undefined,
  ): Promise<Job[]> {
    const { sha256, bytes } = file;
    try {
      // Check before the file is stored: a submission that is not allowed leaves nothing behind.
      await this.demandAllowed(this.database.manager, account, fields);
      await keepContent(this.unitOfWork, file);
      const claimContent = async (unit: Unit) => ({
        file: await recordContent(unit, { sha256, bytes }),
        fileName,
      });
      return await this.submit(account, { identity: { sha256 }, sha256, claimContent, fields, key });
    } finally {
      await file.discard();
    }
  }

  /**
   * Checks that this account may submit for the given member, group and lab.
   * @throws Fault AUTH.FORBIDDEN, AUTH.OTHER_LAB, LAB.UNKNOWN, MEMBER.UNKNOWN, MEMBER.NOT_KNOWN, GROUP.UNKNOWN,
   * GROUP.ARCHIVED, GROUP.NOT_LEADER
   */
  async demandAllowed(
    manager: EntityManager,
    account: CurrentAccountInfo,
    request: SubmissionRequest,
  ): Promise<void> {
    const { labId, groupId, prestationId, memberId = account.memberId } = request;
    const forOthers = memberId !== account.memberId || prestationId !== undefined;
    // Check the role first: an account without the right must not learn which members exist.
    if (forOthers) demand(account, 'job.submit-for-others');
    if (!(await manager.existsBy(Lab, { id: labId }))) throw new Fault('LAB.UNKNOWN');
    if (forOthers) demandIn(account, 'job.submit-for-others', labId);
    await demandKnown(this.labsOfMembers, manager, account, memberId);
    if (groupId) await demandMaySubmitFor(manager, account, groupId, labId);
    for (const other of othersThan(labId, request.otherLabIds ?? []))
      await this.demandAllowed(manager, account, { ...request, labId: other, otherLabIds: [] });
  }

  /** The answer to a submission. */
  async answer(account: CurrentAccountInfo, jobs: readonly Job[], language: Language) {
    const [first] = jobs;
    if (!first) throw new Error('a submission of at least one made none');
    const notices = await this.notices(first.memberId, first, language);
    return { batchId: first.batchId, jobs: await this.jobs.viewJobs(account, jobs, language), notices };
  }

  /** Notices for the member who pays; none if a client or a group pays. */
  async notices(memberId: MemberId, { groupId, prestationId }: Beneficiary, language: Language) {
    if (groupId || prestationId) return [];
    const notice = await residencyNotice(this.database.manager, memberId, this.clock.now());
    const words = putIntoWords(notice, language);
    return words ? [words] : [];
  }

  private async inSoonestLab(
    account: CurrentAccountInfo,
    { fields, sha256 }: Submission,
  ): Promise<SubmitFields> {
    const { labId, otherLabIds = [] } = fields;
    const others = othersThan(labId, otherLabIds);
    if (others.length === 0 || !sha256) return fields;
    const { manager } = this.database;
    await this.demandAllowed(manager, account, fields);
    const file = await manager.findOneBy(StoredFile, { sha256 });
    if (!file) return fields;
    const chosen = await this.soonestLab(account, fields, file);
    return { ...fields, labId: chosen, otherLabIds: [labId, ...others] };
  }

  /**
   * Of the labs that a submission names, the one that would begin it first. A file that is not read yet stays in the
   * first one, as does a print that waits for a person or a machine there.
   */
  async soonestLab(account: CurrentAccountInfo, fields: SubmitFields, file: StoredFile): Promise<LabId> {
    const { labId, otherLabIds = [], onlyMachineId, hold, needsMaker } = fields;
    const labIds = [labId, ...othersThan(labId, otherLabIds)];
    if (labIds.length < 2 || file.state !== 'analysed' || onlyMachineId || hold || needsMaker) return labId;
    const memberId = fields.memberId ?? account.memberId;
    return this.labChoice.of({ account, memberId, file, fields, labIds });
  }

  private async createJobs(
    unit: Unit,
    account: CurrentAccountInfo,
    { claimContent, fields }: Submission,
  ): Promise<Job[]> {
    const { manager, now: createdAt } = unit;
    const { accountId } = account;
    const { labId, onlyMachineId = null, groupId = null, quantity } = fields;
    const memberId = fields.memberId ?? account.memberId;
    await this.demandAllowed(manager, account, fields);
    const prestationId = fields.prestationId ?? (await this.billing.prestationOf(unit, accountId, groupId));
    if (prestationId) await this.billing.openPrestation(unit, prestationId);
    const { file, fileName } = await claimContent(unit);
    if (onlyMachineId) await demandMachineOf(manager, labId, onlyMachineId);
    const choice = await demandMaterial(manager, labId, materialChoiceOf(fields), file);
    if (fields.colour) await demandColour(manager, fields.colour);
    const asked = { labId, memberId, groupId, prestationId, ...choice, quantity };
    const approval = await this.approval.atSubmission(manager, account, { ...asked, file });
    const batchId = newId<BatchId>();
    await manager.insert(Batch, { id: batchId, memberId, submittedBy: accountId, quantity, createdAt });
    const job = {
      batchId,
      memberId,
      groupId,
      labId,
      onlyMachineId,
      prestationId,
      ...choice,
      ...wishesOf(fields, createdAt, memberId === account.memberId),
      ...approval,
      otherLabIds: othersThan(labId, fields.otherLabIds ?? []),
      fileName,
      fileSha256: file.sha256,
    };
    const times = { createdAt, changedAt: createdAt };
    const jobs = Array.from({ length: quantity }, () => {
      const id = newId<JobId>();
      const place = { rank: rank({ id, submittedAt: createdAt }), ...times };
      return manager.create(Job, { id, redoOf: null, ...job, ...place, ...initialStateOf(file) });
    });
    await manager.insert(Job, jobs);
    for (const each of jobs) {
      const { id, state, refusal } = each;
      const step = { from: null, to: state, event: 'submitted', cause: refusal };
      const subject = { jobId: id, runId: null, labId };
      await recordStep(unit, subject, step);
      if (choice.insteadOf !== null) await recordMaterial(unit, { ...subject, state }, choice);
    }
    await recordApproval(unit, jobs);
    await tellRefused(unit, jobs);
    await reserveJobs(unit, this.billing, jobs, file);
    if (file.state === 'analysed') await requestMatching(unit, labId);
    return jobs;
  }
}

/** A slicer shows only that the file has arrived. An accepted job is in the answer, and needs no notice. */
async function tellRefused(unit: Unit, jobs: readonly Job[]): Promise<void> {
  const refused = jobs.filter(({ state }) => state === 'refused');
  await tellMakers(unit, jobRefused, refused, ({ refusal }) => ({ cause: refusal }));
}

/** The initial state of a new job of a file. */
export function initialStateOf({ state, refusal }: StoredFile): Pick<Job, 'state' | 'refusal'> {
  if (state === 'analysed') return { state: 'queued', refusal: null };
  return state === 'refused' ? { state, refusal } : { state: 'analysing', refusal: null };
}
