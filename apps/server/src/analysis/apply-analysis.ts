import { ANALYSER_VERSION } from '@pandafab/gcode';
import { type Clock, newId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { type FileRefusal, StoredFile } from '../files/file.entity';
import { Thumbnail } from '../files/thumbnail.entity';
import { Job } from '../jobs/job.entities';
import { byServer, moveJob } from '../jobs/transitions';
import { raiseMatches } from '../matching/raise-match';
import type { ChildAnswer, PictureAnswer } from './child-protocol';

/** What a file is found to be; one that was read well may be refused all the same. */
export interface Reading {
  readonly answer: ChildAnswer;
  readonly refusal: FileRefusal | null;
}

/**
 * Writes down what was read in a file, and lets the jobs that wait for it go on: to the queue, or to their end. Does
 * nothing when the file was read by somebody else since it was looked at as `before`.
 */
export async function applyAnalysis(
  manager: EntityManager,
  clock: Clock,
  before: StoredFile,
  { answer, refusal }: Reading,
): Promise<void> {
  const { sha256 } = before;
  const changes = {
    state: refusal ? ('refused' as const) : ('analysed' as const),
    analysis: answer.ok ? answer.analysis : null,
    analyserVersion: ANALYSER_VERSION,
    refusal,
  };
  const query = manager
    .createQueryBuilder()
    .update(StoredFile)
    .set(changes as object);
  const unread = '(state = :state AND COALESCE("analyserVersion", 0) = :version)';
  const { affected } = await query
    .where('sha256 = :sha256', { sha256 })
    .andWhere(unread, { state: before.state, version: before.analyserVersion ?? 0 })
    .execute();
  if (affected === 0) return;
  await replaceThumbnails(manager, sha256, answer.ok ? answer.thumbnails : []);
  await tellJobs(manager, clock, sha256, refusal);
}

async function replaceThumbnails(
  manager: EntityManager,
  fileSha256: string,
  pictures: readonly PictureAnswer[],
): Promise<void> {
  await manager.delete(Thumbnail, { fileSha256 });
  for (const { base64, ...picture } of pictures)
    await manager.insert(Thumbnail, {
      ...picture,
      id: newId<string>(),
      fileSha256,
      bytes: Buffer.from(base64, 'base64'),
    });
}

/** What has begun stays as it is; what has not may wait for a machine, or never get one. */
async function tellJobs(
  manager: EntityManager,
  clock: Clock,
  fileSha256: string,
  refusal: FileRefusal | null,
): Promise<void> {
  const jobs = await manager.findBy(Job, { fileSha256, state: In(['analysing', 'queued']) });
  const event = { type: refusal ? 'refused' : 'analysed' } as const;
  // Whoever took a job back meanwhile, or gave it to a machine, is right.
  for (const job of jobs) await moveJob(manager, clock, job, event, byServer, { refusal });
  await raiseMatches(
    manager,
    clock,
    jobs.map(({ labId }) => labId),
  );
}
