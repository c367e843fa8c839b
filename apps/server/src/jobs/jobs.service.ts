import type { ReadStream } from 'node:fs';
import { Inject, Injectable } from '@nestjs/common';
import {
  type AccountId,
  type Clock,
  Fault,
  type JobId,
  type Language,
  type RunId,
  type SpoolId,
} from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { type CurrentAccountInfo, demandIn } from '../accounts/access';
import { readerIn } from '../accounts/reader';
import { CLOCK } from '../config';
import { StoredFile } from '../files/file.entity';
import { type Picture, Thumbnails } from '../files/thumbnails';
import { ALL_FINDINGS, viewFindings } from '../guard/finding-view';
import { GuardService } from '../guard/guard.service';
import { readFor } from '../guard/read-as';
import { inductionsOf } from '../inductions/held';
import { Machine } from '../labs/machine.entity';
import { queueCommand } from '../link/link-outbox';
import { PresenceBook } from '../link/presence-book';
import { TranscriptStore } from '../link/transcript-store';
import { reasonsToWait, viewWaiting } from '../matching/waiting';
import { changesOfRuns } from '../materials/book-run';
import { SpoolLoading } from '../materials/spool-loading';
import { latestFirst, readPart } from '../persistence/keyset';
import { ReadDatabase } from '../persistence/read-database';
import { containing } from '../persistence/search';
import { UnitOfWork } from '../persistence/unit-of-work';
import { doersOf } from './actors';
import { accountsIn, viewHistory } from './history-view';
import { Job } from './job.entities';
import { viewJob, viewRun } from './job-view';
import type { JobQueryDto, RunCommandDto } from './jobs.dto';
import { Run } from './run.entity';
import { maySee, onlyVisible } from './sight';
import { Transition } from './transition.entity';
import { type Actor, byAccount, moveJob, record } from './transitions';

/** Findings shown of each job in a list. */
const FEW_FINDINGS = 20;

/** Jobs as their makers and their labs see and steer them. */
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
    private readonly spools: SpoolLoading,
  ) {}

  async list(account: CurrentAccountInfo, query: JobQueryDto, language: Language) {
    const { labId, memberId, batchId, state, search } = query;
    const found = onlyVisible(this.database.of(Job).createQueryBuilder('job'), this.clock.now(), account);
    if (labId) found.andWhere('job.labId = :labId', { labId });
    if (memberId) found.andWhere('job.memberId = :memberId', { memberId });
    if (batchId) found.andWhere('job.batchId = :batchId AND job.redoOf IS NULL', { batchId });
    if (search) found.andWhere("job.foldedFileName LIKE :words ESCAPE '\\'", { words: containing(search) });
    if (state) found.andWhere('job.state = :state', { state });
    const { items, ...where } = await readPart(found, latestFirst<Job>('job', 'createdAt'), query);
    return { items: await this.view(account, items, language), ...where };
  }

  /** @throws Fault JOB.UNKNOWN, also for a job that is someone else's. */
  async get(account: CurrentAccountInfo, id: JobId, language: Language) {
    const job = await this.find(account, id);
    const [view] = await this.view(account, [job], language, ALL_FINDINGS);
    if (!view) throw new Fault('JOB.UNKNOWN');
    const successor = await this.database.of(Job).findOneBy({ redoOf: id });
    return {
      ...view,
      redoneAs: successor?.id ?? null,
      waiting: await this.waiting(account, job, language),
      history: await this.history(account, job, language),
    };
  }

  /**
   * The picture of a job's part that its slicer made.
   * @param width wanted, in pixels
   * @throws Fault JOB.UNKNOWN, FILE.NO_THUMBNAIL
   */
  async thumbnail(account: CurrentAccountInfo, id: JobId, width: number | undefined): Promise<Picture> {
    const { fileSha256 } = await this.find(account, id);
    return this.thumbnails.read(fileSha256, width);
  }

  /** @param findings as many as are shown of each job */
  async view(account: CurrentAccountInfo, jobs: readonly Job[], language: Language, findings = FEW_FINDINGS) {
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
    return jobs.map((job) => {
      const file = bySha.get(job.fileSha256);
      const ofLab = verdicts.get(job.labId);
      const verdict = file && ofLab?.of(file);
      const own = runs.filter(({ jobId }) => jobId === job.id);
      return viewJob(job, language, {
        analysis: file?.analysis
          ? readFor(file.analysis, ofLab?.profiles, verdict, own.at(-1)?.machineId)
          : null,
        thumbnails: thumbnails.get(job.fileSha256) ?? [],
        findings: verdict ? viewFindings(verdict, language, findings) : [],
        runs: own.map((run) => viewRun(run, changes, this.presence, language, readerIn(account, job.labId))),
      });
    });
  }

  private async history(account: CurrentAccountInfo, job: Job, language: Language) {
    const { manager } = this.database;
    const steps = await manager.find(Transition, { where: { jobId: job.id }, order: { id: 'ASC' } });
    const doers = await doersOf(manager, account, job, accountsIn(steps));
    return viewHistory(steps, doers, language, readerIn(account, job.labId));
  }

  private async waiting(account: CurrentAccountInfo, job: Job, language: Language) {
    if (job.state !== 'queued') return null;
    const file = await this.database.of(StoredFile).findOneByOrFail({ sha256: job.fileSha256 });
    const live = this.presence.of(job.labId);
    const { manager } = this.database;
    const inductionsAmong = async (kinds: readonly string[]) =>
      (await inductionsOf(manager, this.clock.now(), [job], kinds))(job.id);
    const { labId, material, insteadOf } = job;
    const wanted = { labId, material, insteadOf, file, inductionsAmong };
    const waiting = await reasonsToWait(manager, this.guard, wanted, live);
    return viewWaiting(waiting, language, readerIn(account, labId));
  }

  private async find(account: CurrentAccountInfo, id: JobId): Promise<Job> {
    const job = await this.database.of(Job).findOneBy({ id });
    if (!job || !(await this.maySee(this.database.manager, account, job))) throw new Fault('JOB.UNKNOWN');
    return job;
  }

  private maySee(manager: EntityManager, account: CurrentAccountInfo, job: Job): Promise<boolean> {
    return maySee(manager, this.clock.now(), account, job);
  }

  /**
   * Takes a waiting job back, or asks the lab to cancel the run of a running one. Asking twice changes nothing.
   * @throws Fault JOB.UNKNOWN, JOB.NOT_QUEUED
   */
  async cancel(account: CurrentAccountInfo, id: JobId): Promise<void> {
    await this.unitOfWork.run((manager) => this.cancelIn(manager, account, id));
  }

  private async cancelIn(manager: EntityManager, account: CurrentAccountInfo, id: JobId): Promise<void> {
    const job = await manager.findOneBy(Job, { id });
    if (!job || !(await this.maySee(manager, account, job))) throw new Fault('JOB.UNKNOWN');
    if (job.memberId !== account.memberId) demandIn(account, 'job.cancel-any', job.labId);
    if (job.state === 'cancelled') return;
    const run = await manager.findOneBy(Run, { jobId: id, active: true });
    const actor = byAccount(account.accountId);
    if (run) return command(manager, this.clock, run, 'cancel', actor);
    const moved = await moveJob(manager, this.clock, job, { type: 'cancelled' }, actor);
    if (moved === 'refused') throw new Fault('JOB.NOT_QUEUED', { state: job.state });
    // A machine got it, or its analysis ended, since it was looked at: look again.
    if (moved === 'overtaken') return this.cancelIn(manager, account, id);
  }

  /**
   * Pauses, resumes or cancels a run. A cancel waits for a lab that is offline; the others would come as a surprise.
   * @throws Fault JOB.RUN_UNKNOWN, JOB.RUN_ENDED, LAB.AGENT_OFFLINE, MACHINE.SPOOL_UNSAID and what loading a spool throws
   */
  async commandRun(
    { accountId }: CurrentAccountInfo,
    id: RunId,
    { action, spoolId }: RunCommandDto,
  ): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const run = await manager.findOneBy(Run, { id });
      if (!run) throw new Fault('JOB.RUN_UNKNOWN');
      if (!run.active) throw new Fault('JOB.RUN_ENDED', { state: run.state });
      if (action !== 'cancel') this.presence.demandOnline(run.labId);
      if (action === 'resume') await this.sayWithWhich(manager, run, { accountId, spoolId });
      await command(manager, this.clock, run, action, byAccount(accountId));
    });
  }

  private async sayWithWhich(
    manager: EntityManager,
    { machineId }: Run,
    { accountId, spoolId }: { accountId: AccountId; spoolId: SpoolId | null | undefined },
  ): Promise<void> {
    const machine = await manager.findOneByOrFail(Machine, { id: machineId });
    await this.spools.beforeGoingOn(manager, { accountId, machine }, spoolId);
  }

  /**
   * What was said on the line of a run.
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

/** Tells the lab, and notes in the history who wished it. */
async function command(
  manager: EntityManager,
  clock: Clock,
  run: Run,
  action: 'pause' | 'resume' | 'cancel',
  actor: Actor,
): Promise<void> {
  const step = { from: run.state, to: run.state, event: `${action} wished` };
  const { jobId, id: runId, labId } = run;
  await record(manager, clock, { jobId, runId, labId }, step, actor);
  await queueCommand(manager, clock, run.labId, { action, machineId: run.machineId, runId: run.id });
}
