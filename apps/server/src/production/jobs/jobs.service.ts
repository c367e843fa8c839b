import type { ReadStream } from 'node:fs';
import { Inject, Injectable } from '@nestjs/common';
import type { JobState } from '@pandafab/domain';
import {
  type AccountId,
  type Clock,
  Fault,
  folded,
  type JobId,
  type Language,
  type RunId,
  type SpoolId,
} from '@pandafab/shared';
import { In, type SelectQueryBuilder } from 'typeorm';
import { requestMatching } from '../../network/labs/request-matching';
import { sendToLab } from '../../network/link/link-outbox';
import { PresenceBook } from '../../network/link/presence-book';
import { Machine } from '../../network/machines/machine.entity';
import { readerIn } from '../../network/machines/reader';
import { type CurrentAccountInfo, demandIn } from '../../platform/http/access';
import { CLOCK } from '../../platform/kit/config';
import { type Key, latestFirst, readPart, type SortKeys, sortedBy } from '../../platform/persistence/keyset';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { containing } from '../../platform/persistence/search';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { changesOfRuns } from '../../stock/spools/book-run';
import { SpoolLoading } from '../../stock/spools/spool-loading';
import { StoredFile } from '../files/file.entity';
import { type Picture, Thumbnails } from '../files/thumbnails';
import { ALL_FINDINGS, viewFindings } from '../guard/finding-view';
import { GuardService } from '../guard/guard.service';
import { readFor } from '../guard/read-as';
import { doersOf } from './actors';
import { JobExpectation } from './expectation.entities';
import { expectationsOf, viewExpectation } from './expectations';
import { accountsIn, viewHistory } from './history-view';
import { Job } from './job.entities';
import { usageOfJobs } from './job-usage';
import { viewJob, viewRun } from './job-view';
import { maySee, onlyVisible } from './job-visibility';
import type { JobQueryDto, RunCommandDto } from './jobs.dto';
import { summariesOf } from './queue/copies-summary';
import { LAST_PLACE, queuePositions } from './queue-positions';
import { Run } from './run.entity';
import { describeRun } from './run-under-way';
import { tellBatchDone } from './tell-batch-done';
import { TranscriptStore } from './transcript-store';
import { Transition } from './transition.entity';
import { moveJob, recordStep } from './transitions';
import { WaitingReasons } from './waiting-reasons';

/** Findings shown of each job in a list. */
const FEW_FINDINGS = 20;

type Placed = Job & { expectation?: JobExpectation | null };

const placeOf = (job: Placed): number => job.expectation?.place ?? LAST_PLACE;
const withPlace = (query: SelectQueryBuilder<Job>) =>
  query.leftJoinAndMapOne('job.expectation', JobExpectation, 'expectation', 'expectation.jobId = job.id');

/** The orders in which jobs can be listed. */
const KEYS: Record<JobQueryDto['order'], Key<Job>[]> = {
  latest: latestFirst('job', 'createdAt'),
  queue: [
    { column: `COALESCE(expectation.place, ${LAST_PLACE})`, order: 'ASC', of: placeOf, isNumber: true },
    { column: 'job.rank', order: 'ASC', of: ({ rank }) => rank },
  ],
};

const SORTS: SortKeys<Job, 'fileName' | 'createdAt' | 'changedAt'> = {
  fileName: { column: 'job.foldedFileName', of: ({ fileName }) => folded(fileName) },
  createdAt: { column: 'job.createdAt', of: ({ createdAt }) => createdAt, isNumber: true },
  changedAt: { column: 'job.changedAt', of: ({ changedAt }) => changedAt, isNumber: true },
};
/** Of the copies of a batch that are in this state, or in any, the first. A job that was made again is none of them. */
const firstCopy = (state: JobState | undefined): string => {
  const isWanted = state ? 'other.state = :state' : "other.state <> 'redone'";
  const isFirst = `NOT EXISTS (SELECT 1 FROM jobs other
    WHERE other."batchId" = job."batchId" AND other.id < job.id AND ${isWanted})`;
  return state ? isFirst : `job.state <> 'redone' AND ${isFirst}`;
};
const BY_ID = { column: 'job.id', of: ({ id }: Job) => id };

/** Jobs: reading and control, for their makers and their labs. */
@Injectable()
export class JobsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly presence: PresenceBook,
    private readonly transcripts: TranscriptStore,
    private readonly thumbnails: Thumbnails,
    private readonly guard: GuardService,
    private readonly reasons: WaitingReasons,
    private readonly spools: SpoolLoading,
  ) {}

  async list(account: CurrentAccountInfo, query: JobQueryDto, language: Language) {
    const { labId, memberId, prestationId, batchId, state, approval, copies, search, order, sort } = query;
    const found = onlyVisible(this.database.of(Job).createQueryBuilder('job'), this.clock.now(), account);
    if (labId) found.andWhere('job.labId = :labId', { labId });
    if (memberId) found.andWhere('job.memberId = :memberId', { memberId });
    if (prestationId) found.andWhere('job.prestationId = :prestationId', { prestationId });
    if (batchId) found.andWhere('job.batchId = :batchId AND job.redoOf IS NULL', { batchId });
    if (search) found.andWhere("job.foldedFileName LIKE :words ESCAPE '\\'", { words: containing(search) });
    if (state) found.andWhere('job.state = :state', { state });
    if (approval) found.andWhere('job.approval = :approval', { approval });
    if (copies === 'together') found.andWhere(firstCopy(state), { state });
    const keys = sort ? sortedBy(sort, SORTS, BY_ID) : KEYS[order];
    const join = sort || order === 'latest' ? undefined : withPlace;
    const { items, ...where } = await readPart(found, keys, query, join);
    const views = await this.viewJobs(account, items, language);
    return { items: copies === 'together' ? await this.together(views) : views, ...where };
  }

  private async together<View extends Pick<Job, 'batchId'>>(views: readonly View[]) {
    const batches = views.map(({ batchId }) => batchId);
    const found = await summariesOf(this.database.manager, this.presence, this.clock.now(), batches);
    return views.map((view) => {
      const copies = found.get(view.batchId);
      return { ...view, copies: copies && copies.all > 1 ? copies : null };
    });
  }

  /** @throws Fault JOB.UNKNOWN, also for a job that the account may not see. */
  async get(account: CurrentAccountInfo, id: JobId, language: Language) {
    const job = await this.find(account, id);
    const [view] = await this.viewJobs(account, [job], language, ALL_FINDINGS);
    if (!view) throw new Fault('JOB.UNKNOWN');
    const successor = await this.database.of(Job).findOneBy({ redoOf: id });
    return {
      ...view,
      redoneAs: successor?.id ?? null,
      waiting: await this.reasons.of(account, job, language),
      history: await this.history(account, job, language),
    };
  }

  /**
   * The slicer's picture of a job's part.
   * @param width requested, in pixels
   * @throws Fault JOB.UNKNOWN, FILE.NO_THUMBNAIL
   */
  async thumbnail(account: CurrentAccountInfo, id: JobId, width: number | undefined): Promise<Picture> {
    const { fileSha256 } = await this.find(account, id);
    return this.thumbnails.read(fileSha256, width);
  }

  /** @param findings upper bound of findings shown for each job */
  async viewJobs(
    account: CurrentAccountInfo,
    jobs: readonly Job[],
    language: Language,
    findings = FEW_FINDINGS,
  ) {
    const shas = [...new Set(jobs.map(({ fileSha256 }) => fileSha256))];
    const files = await this.database.of(StoredFile).findBy({ sha256: In(shas) });
    const bySha = new Map(files.map((file) => [file.sha256, file]));
    const thumbnails = await this.thumbnails.of(shas);
    const verdicts = await this.guard.verdictsOf(
      this.database.manager,
      jobs.map(({ labId }) => labId),
    );
    const runs = await this.database
      .of(Run)
      .find({ where: { jobId: In(jobs.map(({ id }) => id)) }, order: { assignedAt: 'ASC' } });
    const changes = await changesOfRuns(
      this.database.manager,
      runs.map(({ id }) => id),
    );
    const positions = await queuePositions(this.database.manager, jobs);
    const ids = jobs.map(({ id }) => id);
    const expected = await expectationsOf(this.database.manager, ids);
    const usage = await usageOfJobs(this.database.manager, account, jobs);
    return jobs.map((job) => {
      const file = bySha.get(job.fileSha256);
      const ofLab = verdicts.get(job.labId);
      const verdict = file && ofLab?.of(file);
      const own = runs.filter(({ jobId }) => jobId === job.id);
      const reader = readerIn(account, job.labId);
      return viewJob(job, language, {
        reader,
        analysis: file?.analysis
          ? readFor(file.analysis, ofLab?.profiles, verdict, own.at(-1)?.machineId)
          : null,
        thumbnails: thumbnails.get(job.fileSha256) ?? [],
        findings: verdict ? viewFindings(verdict, language, findings) : [],
        position: positions.get(job.id) ?? null,
        expected: job.state === 'queued' ? viewExpectation(expected.get(job.id)) : null,
        usage: usage.get(job.id) ?? null,
        runs: own.map((run) => viewRun(run, changes, this.presence, language, reader)),
      });
    });
  }

  private async history(account: CurrentAccountInfo, job: Job, language: Language) {
    const { manager } = this.database;
    const steps = await manager.find(Transition, { where: { jobId: job.id }, order: { id: 'ASC' } });
    const doers = await doersOf(manager, account, job, accountsIn(steps));
    return viewHistory(steps, doers, language, readerIn(account, job.labId));
  }

  private async find(account: CurrentAccountInfo, id: JobId): Promise<Job> {
    const job = await this.database.of(Job).findOneBy({ id });
    const [manager, now] = [this.database.manager, this.clock.now()];
    if (!job || !(await maySee(manager, now, account, job))) throw new Fault('JOB.UNKNOWN');
    return job;
  }

  /**
   * Cancels a waiting job, or asks the lab to cancel the run of a running job. Idempotent.
   * @throws Fault JOB.UNKNOWN, JOB.NOT_QUEUED
   */
  async cancel(account: CurrentAccountInfo, id: JobId): Promise<void> {
    await this.unitOfWork.run((unit) => this.cancelIn(unit, account, id));
  }

  private async cancelIn(unit: Unit, account: CurrentAccountInfo, id: JobId): Promise<void> {
    const { manager, now } = unit;
    const job = await manager.findOneBy(Job, { id });
    if (!job || !(await maySee(manager, now, account, job))) throw new Fault('JOB.UNKNOWN');
    if (job.memberId !== account.memberId) demandIn(account, 'job.cancel-any', job.labId);
    if (job.state === 'cancelled') return;
    const run = await manager.findOneBy(Run, { jobId: id, active: true });
    if (run) return command(unit, run, 'cancel');
    // First, as a match does, and so that what follows sees the end of all other copies.
    await requestMatching(unit, job.labId);
    const moved = await moveJob(unit, job, { type: 'cancelled' });
    if (moved === 'refused') throw new Fault('JOB.NOT_QUEUED', { state: job.state });
    // Since the job was read, a machine took it or its analysis ended: read it again.
    if (moved === 'overtaken') return this.cancelIn(unit, account, id);
    if (job.state !== 'stopped') await tellBatchDone(unit, job.batchId);
  }

  /**
   * Pauses, resumes or cancels a run. A cancellation waits for an offline lab; a late pause or resume would surprise
   * the lab, so it is refused.
   * @throws Fault JOB.RUN_UNKNOWN, JOB.RUN_ENDED, LAB.AGENT_OFFLINE, MACHINE.SPOOL_UNSAID and what loading a spool
   * throws
   */
  async commandRun(
    { accountId }: CurrentAccountInfo,
    id: RunId,
    { action, spoolId }: RunCommandDto,
  ): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const run = await unit.manager.findOneBy(Run, { id });
      if (!run) throw new Fault('JOB.RUN_UNKNOWN');
      if (!run.active) throw new Fault('JOB.RUN_ENDED', { state: run.state });
      if (action !== 'cancel') this.presence.demandOnline(run.labId);
      if (action === 'resume') await this.sayWithWhich(unit, run, { accountId, spoolId });
      await command(unit, run, action);
    });
  }

  private async sayWithWhich(
    unit: Unit,
    run: Run,
    { accountId, spoolId }: { accountId: AccountId; spoolId: SpoolId | null | undefined },
  ): Promise<void> {
    const machine = await unit.manager.findOneByOrFail(Machine, { id: run.machineId });
    const going = { accountId, machine, run: await describeRun(unit.manager, run) };
    await this.spools.beforeGoingOn(unit, going, spoolId);
  }

  /**
   * The transcript of the line to the machine during a run.
   * @throws Fault JOB.RUN_UNKNOWN, JOB.NO_TRANSCRIPT
   */
  async transcript(id: RunId): Promise<{ stream: ReadStream; length: number }> {
    const run = await this.database.of(Run).findOneBy({ id });
    if (!run) throw new Fault('JOB.RUN_UNKNOWN');
    const transcript = await this.transcripts.read(run.id);
    if (!transcript) throw new Fault('JOB.NO_TRANSCRIPT');
    return transcript;
  }
}

/** Sends the command to the lab, and writes into the history who requested it. */
async function command(unit: Unit, run: Run, action: 'pause' | 'resume' | 'cancel'): Promise<void> {
  const step = { from: run.state, to: run.state, event: `${action} requested` };
  const { jobId, id: runId, labId } = run;
  await recordStep(unit, { jobId, runId, labId }, step);
  await sendToLab(unit, run.labId, {
    kind: 'command',
    body: { action, machineId: run.machineId, runId: run.id },
  });
}
