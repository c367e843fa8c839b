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
    queryFn: ({ pageParam: offset }) =>
      content(api.GET('/api/v1/jobs', { params: { query: { ...filter, limit, offset } } })),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => (pages.length * limit < total ? pages.length * limit : undefined),
    refetchInterval: ({ state }) => {
      const jobs = state.data?.pages.flatMap(({ items }) => items) ?? [];
      return jobs.some((job) => job.state === 'running' || job.state === 'analysing') ? 4_000 : 15_000;
    },
  });
  const pages = answer.data?.pages ?? [];
  // What was submitted meanwhile moves the rest on: one that was at the end of a page begins the next as well.
  const jobs = [...new Map(pages.flatMap(({ items }) => items).map((job) => [job.id, job])).values()];
  return { answer, jobs, total: pages.at(-1)?.total ?? 0 };
}
