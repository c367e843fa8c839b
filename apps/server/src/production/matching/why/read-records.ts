import type { Instant, JobId, Language } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import type { CurrentAccountInfo } from '../../../platform/http/access';
import { toIso } from '../../../platform/http/fields';
import { Job } from '../../jobs/job.entities';
import { onlyVisible } from '../../jobs/job-visibility';
import { Run } from '../../jobs/run.entity';
import { RunDecision } from './run-decision.entity';
import type { JobWhy } from './why.dto';
import { readerOf } from './why-reader';
import { viewAnswer, viewDecision } from './why-view';

type Begun = JobWhy['begun'][number];

/** Why each run of a job began where it did, the latest first. Runs of before the records existed have none. */
export async function recordsOfJob(
  manager: EntityManager,
  now: Instant,
  account: CurrentAccountInfo,
  job: Job,
  language: Language,
): Promise<Begun[]> {
  const records = await manager.findBy(RunDecision, { jobId: job.id });
  if (records.length === 0) return [];
  const runs = await manager.findBy(Run, { id: In(records.map(({ runId }) => runId)) });
  const seen = await visibleOf(manager, now, account, othersIn(records));
  const reader = await readerOf(manager, account, job.labId, language, (id) => seen.has(id));
  const recordOf = new Map(records.map(({ runId, decision }) => [runId, decision]));
  return runs
    .sort((a, b) => b.assignedAt - a.assignedAt)
    .flatMap(({ id: runId, machineId, assignedAt }): Begun[] => {
      const decision = recordOf.get(runId);
      if (!decision) return [];
      const machines = decision.machines.map((each) =>
        viewAnswer(each.machineId, each.answer, each.reasons, reader),
      );
      const { whyHere } = decision;
      return [{ runId, machineId, at: toIso(assignedAt), ...viewDecision(decision, job), machines, whyHere }];
    });
}

const othersIn = (records: readonly RunDecision[]): JobId[] => [
  ...new Set(
    records.flatMap(({ decision }) =>
      decision.machines.flatMap(({ answer }) => ('jobId' in answer ? [answer.jobId] : [])),
    ),
  ),
];

async function visibleOf(
  manager: EntityManager,
  now: Instant,
  account: CurrentAccountInfo,
  ids: readonly JobId[],
): Promise<ReadonlySet<JobId>> {
  if (ids.length === 0) return new Set();
  const query = manager
    .createQueryBuilder(Job, 'job')
    .select(['job.id'])
    .where({ id: In([...ids]) });
  return new Set((await onlyVisible(query, now, account).getMany()).map(({ id }) => id));
}
