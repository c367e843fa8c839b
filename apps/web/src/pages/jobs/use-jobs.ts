import { useInfiniteQuery } from '@tanstack/react-query';
import { ask, keyOf } from '../../api/get';
import type { JobState } from './queries';
import { refreshMs } from './refresh';

export interface JobsFilter {
  readonly labId?: string;
  readonly memberId?: string;
  readonly state?: JobState;
  /** The order of the queue; absent: the newest first. */
  readonly order?: 'queue';
  /** One entry for all copies of a submission; absent: one for each. */
  readonly copies?: 'together';
}

/** The number of jobs on one page. */
const PAGE = 25;

/** The pages of jobs loaded so far. Running jobs are fetched often, the others less often. */
export function useJobs(filter: JobsFilter, limit = PAGE) {
  const query = { ...filter, limit };
  const answer = useInfiniteQuery({
    // The key of several answers together, not the key of the first answer.
    queryKey: [...keyOf('/api/v1/jobs', { query }), 'parts'],
    queryFn: ({ pageParam: after }) =>
      ask('/api/v1/jobs', { query: { ...query, ...(after !== null && { after }) } }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state }) => refreshMs(state.data?.pages.flatMap(({ items }) => items) ?? []),
  });
  const pages = answer.data?.pages ?? [];
  const jobs = pages.flatMap(({ items }) => items);
  return { answer, jobs, total: pages.at(-1)?.total ?? 0 };
}
