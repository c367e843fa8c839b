import type { LabId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { type StoredAnalysis, StoredFile } from '../../files/file.entity';
import { Job } from '../job.entities';
import { Run } from '../run.entity';

/** A running print, its job, and what is known about its file. */
export interface RunningJob {
  readonly run: Run;
  readonly job: Job;
  readonly analysis: StoredAnalysis | null;
}

/** The running prints of a lab. */
export const runningJobs = async (manager: EntityManager, labId: LabId): Promise<RunningJob[]> =>
  withJobs(manager, await manager.findBy(Run, { labId, active: true }));

/** These prints with their jobs. */
export async function withJobs(manager: EntityManager, runs: readonly Run[]): Promise<RunningJob[]> {
  if (runs.length === 0) return [];
  const jobs = await manager.findBy(Job, { id: In(runs.map(({ jobId }) => jobId)) });
  const files = await manager.findBy(StoredFile, { sha256: In(jobs.map(({ fileSha256 }) => fileSha256)) });
  const jobOf = new Map(jobs.map((job) => [job.id, job]));
  const fileOf = new Map(files.map((file) => [file.sha256, file]));
  return runs.flatMap((run) => {
    const job = jobOf.get(run.jobId);
    return job ? [{ run, job, analysis: fileOf.get(job.fileSha256)?.analysis ?? null }] : [];
  });
}
