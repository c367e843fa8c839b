import { ANALYSER_VERSION } from '@pandafab/gcode';
import { In } from 'typeorm';
import { requestMatchingOf } from '../../network/labs/request-matching';
import type { Unit } from '../../platform/persistence/unit';
import type { FileRefusal, StoredFile } from '../files/file.entity';
import { replaceThumbnails, writeAnalysis } from '../files/write-analysis';
import { Job } from '../jobs/job.entities';
import type { ApprovalAfterReading } from '../jobs/queue/ask-after-reading';
import { tellMakers } from '../jobs/tell-makers';
import { moveJob } from '../jobs/transitions';
import { jobAccepted, jobRefused } from '../notices/job-notices';
import type { ChildAnswer } from './child-protocol';

/** The result for a file. A file that was read without error may still be refused. */
export interface Reading {
  readonly answer: ChildAnswer;
  readonly refusal: FileRefusal | null;
}

/**
 * Stores the result of an analysis, and moves the jobs that wait for it: to the queue, or to `refused`. Does nothing if
 * another process has analysed the file since `before` was read.
 */
export async function applyAnalysis(
  unit: Unit,
  before: StoredFile,
  { answer, refusal }: Reading,
  approval: ApprovalAfterReading,
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
  const queued = await tellJobs(unit, sha256, refusal);
  await approval.ask(unit, queued, read);
}

/**
 * Jobs that have begun stay as they are; the others go to the queue or are refused.
 * @returns the jobs that came into the queue
 */
async function tellJobs(unit: Unit, fileSha256: string, refusal: FileRefusal | null): Promise<Job[]> {
  const jobs = await unit.manager.findBy(Job, { fileSha256, state: In(['analysing', 'queued']) });
  const event = { type: refusal ? 'refused' : 'analysed' } as const;
  const moved: Job[] = [];
  for (const job of jobs) {
    // If a member cancelled the job meanwhile, or a machine took it, that change wins.
    const result = await moveJob(unit, job, event, { refusal });
    if (typeof result === 'object') moved.push({ ...job, state: result.to });
  }
  if (refusal) await tellMakers(unit, jobRefused, moved, () => ({ cause: refusal }));
  else await tellMakers(unit, jobAccepted, moved, () => ({}));
  await requestMatchingOf(
    unit,
    jobs.map(({ labId }) => labId),
  );
  return moved.filter(({ state }) => state === 'queued');
}
