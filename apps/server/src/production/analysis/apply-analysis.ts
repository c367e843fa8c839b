import { ANALYSER_VERSION } from '@pandafab/gcode';
import { In } from 'typeorm';
import type { BillingService } from '../../money/billing.service';
import { release } from '../../money/member-accounts/reserve';
import { requestMatchingOf } from '../../network/labs/request-matching';
import type { Unit } from '../../platform/persistence/unit';
import type { FileRefusal, StoredFile } from '../files/file.entity';
import { replaceThumbnails, writeAnalysis } from '../files/write-analysis';
import { Job } from '../jobs/job.entities';
import type { ApprovalAfterReading } from '../jobs/queue/ask-after-reading';
import { reserveJobs } from '../jobs/queue/reserve-jobs';
import { tellMakers } from '../jobs/tell-makers';
import { moveJob } from '../jobs/transitions';
import { jobAccepted, jobRefused } from '../notices/job-notices';
import type { ChildAnswer } from './child-protocol';

/** The result for a file. A file that was read without error may still be refused. */
export interface Reading {
  readonly answer: ChildAnswer;
  readonly refusal: FileRefusal | null;
}

/** What is asked about jobs once their file is read. */
export interface AfterReading {
  readonly approval: ApprovalAfterReading;
  readonly billing: BillingService;
}

/**
 * Stores the result of an analysis, and moves the jobs that wait for it: to the queue, or to `refused`. Does nothing if
 * another process has analysed the file since `before` was read.
 */
export async function applyAnalysis(
  unit: Unit,
  before: StoredFile,
  { answer, refusal }: Reading,
  { approval, billing }: AfterReading,
): Promise<void> {
  const { sha256 } = before;
  const read = {
    state: refusal ? ('refused' as const) : ('analysed' as const),
    analysis: answer.ok ? answer.analysis : null,
    analyserVersion: ANALYSER_VERSION,
    refusal,
  };
  if (!(await writeAnalysis(unit, before, read))) return;
  await replaceThumbnails(unit, sha256, answer.ok ? answer.thumbnails : []);
  const jobs = await unit.manager.findBy(Job, { fileSha256: sha256, state: In(['analysing', 'queued']) });
  await lockFor(unit, jobs, read, billing);
  const moved = await moveJobs(unit, jobs, refusal);
  await releaseOthers(unit, jobs, moved);
  const queued = moved.filter(({ state }) => state === 'queued');
  await approval.ask(unit, queued, read);
}

/**
 * Reserves the prices of the jobs that come into the queue, then locks their labs: in the order of every unit of work,
 * accounts before labs, and labs before jobs, as a cancellation and a match have it.
 */
async function lockFor(
  unit: Unit,
  jobs: readonly Job[],
  read: Pick<StoredFile, 'analysis' | 'refusal'>,
  billing: BillingService,
): Promise<void> {
  const entering = read.refusal ? [] : jobs.filter(({ state }) => state === 'analysing');
  await reserveJobs(
    unit,
    billing,
    entering.map((job) => ({ ...job, state: 'queued' })),
    read,
  );
  await requestMatchingOf(
    unit,
    jobs.map(({ labId }) => labId),
  );
}

/** A job that its member cancelled meanwhile has not come into the queue: nothing is reserved for it. */
async function releaseOthers(unit: Unit, jobs: readonly Job[], moved: readonly Job[]): Promise<void> {
  const entered = new Set(moved.map(({ id }) => id));
  for (const { id, state } of jobs) if (state === 'analysing' && !entered.has(id)) await release(unit, id);
}

/**
 * Jobs that have begun stay as they are; the others go to the queue or are refused.
 * @returns the jobs that moved, with their new state
 */
async function moveJobs(unit: Unit, jobs: readonly Job[], refusal: FileRefusal | null): Promise<Job[]> {
  const event = { type: refusal ? 'refused' : 'analysed' } as const;
  const moved: Job[] = [];
  for (const job of jobs) {
    // If a member cancelled the job meanwhile, or a machine took it, that change wins.
    const result = await moveJob(unit, job, event, { refusal });
    if (typeof result === 'object') moved.push({ ...job, state: result.to });
  }
  if (refusal) await tellMakers(unit, jobRefused, moved, () => ({ cause: refusal }));
  else await tellMakers(unit, jobAccepted, moved, () => ({}));
  return moved;
}
