import { detailsForMakers, type FaultDetails } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { chunks } from '../../platform/persistence/chunks';
import { exportedRow } from '../../platform/personal-data/personal-rows';
import type { Owner } from '../../platform/personal-data/personal-tables';
import { Job } from './job.entities';
import { Run } from './run.entity';
import { Transition } from './transition.entity';

interface Caused {
  readonly cause: { readonly code: string; readonly details: FaultDetails } | null;
}

/** The member may know why a run ended, but not on which device of the lab. */
const withoutPlaces = <Row extends Caused>(row: Row): Row =>
  row.cause
    ? { ...row, cause: { ...row.cause, details: detailsForMakers(row.cause.code, row.cause.details) } }
    : row;

/** A person's jobs with their runs and history, for the export of that person's data. */
export async function readOwnJobs(manager: EntityManager, { memberId, accountId }: Owner) {
  const jobs = await manager.find(Job, { where: { memberId }, order: { id: 'ASC' } });
  const [runs, steps]: [Run[], Transition[]] = [[], []];
  for (const ids of chunks(jobs.map(({ id }) => id))) {
    runs.push(...(await manager.findBy(Run, { jobId: In(ids) })));
    steps.push(...(await manager.findBy(Transition, { jobId: In(ids) })));
  }
  // The export does not name other persons: it tells only that a person acted, and whether it was the owner.
  const step = ({ actorId, ...each }: Transition) => ({
    ...exportedRow(withoutPlaces(each)),
    byYourself: actorId === accountId,
  });
  return jobs.map((job) => ({
    // The reason of a priority may be about other people: only staff see it.
    ...exportedRow(job, ['priorityReason']),
    runs: runs.filter(({ jobId }) => jobId === job.id).map((run) => exportedRow(withoutPlaces(run))),
    history: steps.filter(({ jobId }) => jobId === job.id).map(step),
  }));
}
