import { useInfiniteQuery } from '@tanstack/react-query';
import { api, content } from '../../api/client';
import { currentLanguage } from '../../i18n/i18n';
import type { JobState } from './queries';

export interface JobsFilter {
  readonly labId?: string;
  readonly memberId?: string;
  readonly state?: JobState;
}

/** As many as are shown at once. */
const PAGE = 25;

/** Jobs, newest first, as far as they were asked for. What runs is looked at often, the rest now and then. */
export function useJobs(filter: JobsFilter, limit = PAGE) {
  const answer = useInfiniteQuery({
    queryKey: ['jobs', filter, limit, currentLanguage()],
    queryFn: ({ pageParam: after }) => {
      const query = { ...filter, limit, ...(after !== null && { after }) };
      return content(api.GET('/api/v1/jobs', { params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state }) => {
      const jobs = state.data?.pages.flatMap(({ items }) => items) ?? [];
      return jobs.some((job) => job.state === 'running' || job.state === 'analysing') ? 4_000 : 15_000;
    },
  });
  const pages = answer.data?.pages ?? [];
  const jobs = pages.flatMap(({ items }) => items);
  return { answer, jobs, total: pages.at(-1)?.total ?? 0 };
}
