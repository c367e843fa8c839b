import { queryOptions } from '@tanstack/react-query';
import { api, content, type Schemas } from '../../api/client';
import type { Job } from '../../api/queries';
import { currentLanguage } from '../../i18n/i18n';

export type JobState = Job['state'];
export type Run = Job['runs'][number];
export type UsageRecord = Schemas['UsageRecordListDto_Output']['items'][number];

export const JOB_STATES = [
  'analysing',
  'queued',
  'running',
  'stopped',
  'done',
  'refused',
  'cancelled',
  'redone',
] as const satisfies JobState[];

/** How soon a job may be another: what runs moves with every line. False: only a person changes it. */
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

/** The server's sentences are in the reader's language: another language is another answer. */
export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ['job', id, currentLanguage()],
    queryFn: () => content(api.GET('/api/v1/jobs/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data ? pace[state.data.state] : false),
  });

/** As many as one submission makes. */
const MOST_COPIES = 100;

/** All that was submitted together with a job. */
export const copiesQuery = ({ batchId }: Job) =>
  queryOptions({
    queryKey: ['jobs', 'copies', batchId],
    queryFn: () => {
      const params = { query: { batchId, limit: MOST_COPIES } };
      return content(api.GET('/api/v1/jobs', { params }));
    },
    refetchInterval: ({ state }) => ((state.data?.total ?? 0) > 1 ? 10_000 : false),
  });

export const memberQuery = (id: string) =>
  queryOptions({
    queryKey: ['member', id, currentLanguage()],
    queryFn: () => content(api.GET('/api/v1/members/{id}', { params: { path: { id } } })),
    staleTime: 300_000,
  });

/** What a job cost: its owner sees their own, accountants everybody's. */
export const usageQuery = (jobId: string, whose: 'mine' | 'any', state: JobState) =>
  queryOptions({
    // Counted in the moment in which the run ends: another state may be another answer.
    queryKey: ['usage', jobId, whose, state],
    queryFn: () => {
      const params = { query: { jobId } };
      return content(
        whose === 'mine'
          ? api.GET('/api/v1/usage-records/mine', { params })
          : api.GET('/api/v1/usage-records', { params }),
      );
    },
  });

/** The attempt that holds a machine now. */
export const activeRun = ({ runs }: Job): Run | undefined =>
  runs.find(({ state }) => ['assigned', 'accepted', 'printing', 'paused'].includes(state));
