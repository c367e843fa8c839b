import { queryOptions } from '@tanstack/react-query';
import type { Schemas } from '../../api/client';
import { get } from '../../api/get';
import { type Job, memberQuery } from '../../api/queries';

export type JobState = Schemas['JobState'];
export type UsageRecord = Schemas['UsageRecord'];

/** How often a job is fetched, by its state: a running job changes all the time. False: only a person changes it. */
const pace: Readonly<Record<JobState, number | false>> = {
  analysing: 2_000,
  running: 2_000,
  queued: 5_000,
  stopped: 30_000,
  refused: false,
  done: false,
  cancelled: false,
  redone: false,
};

export const jobQuery = (id: string) =>
  queryOptions({
    ...get('/api/v1/jobs/{id}', { path: { id } }),
    refetchInterval: ({ state }) => (state.data ? pace[state.data.state] : false),
  });

/** The most jobs that one submission makes. */
const MOST_COPIES = 100;

/** All jobs submitted together with a job. */
export const copiesQuery = ({ batchId }: Job) =>
  queryOptions({
    ...get('/api/v1/jobs', { query: { batchId, limit: MOST_COPIES } }),
    refetchInterval: ({ state }) => ((state.data?.total ?? 0) > 1 ? 10_000 : false),
  });

/** The copies submitted together, as one. A change of them names the version in this answer. */
export const batchQuery = (id: string) =>
  queryOptions({
    ...get('/api/v1/batches/{id}', { path: { id } }),
    refetchInterval: ({ state: { data } }) => (data && data.copies.all > 1 ? 10_000 : false),
  });

/** The owner of a job; names seldom change. */
export const ownerQuery = (memberId: string) => ({ ...memberQuery(memberId), staleTime: 300_000 });

/** The cost of a job: owners see their own, accountants see all. */
export const usageQuery = (jobId: string, whose: 'mine' | 'any') =>
  get(whose === 'mine' ? '/api/v1/usage-records/mine' : '/api/v1/usage-records', { query: { jobId } });
