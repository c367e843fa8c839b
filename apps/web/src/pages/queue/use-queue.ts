import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { type Answer, ask, keyOf } from '../../api/get';

export type QueuePages = InfiniteData<Answer<'/api/v1/jobs'>, string | null>;

/** So many jobs on one page: nearly every queue is shown whole. */
const PAGE = 100;
/** Other managers, machines and clocks move the rows all the time. */
const OFTEN_MS = 5_000;

/** Only the jobs that wait for approval, or all. */
export type Shown = 'all' | 'approval';

const queryOf = (labId: string, shown: Shown) => ({
  ...({ labId, state: 'queued', order: 'queue', limit: PAGE } as const),
  ...(shown === 'approval' && ({ approval: 'asked' } as const)),
});

/** The key of the queue's pages, for changes that show before the server has answered. */
export const queueKey = (labId: string, shown: Shown) =>
  [...keyOf('/api/v1/jobs', { query: queryOf(labId, shown) }), 'parts'] as const;

/** The waiting jobs of a lab in the order of its queue. They are not read while a move is on its way. */
export function useQueue(labId: string, shown: Shown) {
  const queries = useQueryClient();
  const queryKey = queueKey(labId, shown);
  const query = queryOf(labId, shown);
  const answer = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam: after }) =>
      ask('/api/v1/jobs', { query: { ...query, ...(after !== null && { after }) } }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: () => (queries.isMutating({ mutationKey: queryKey }) > 0 ? false : OFTEN_MS),
  });
  const pages = answer.data?.pages ?? [];
  return { answer, jobs: pages.flatMap(({ items }) => items), total: pages.at(-1)?.total ?? 0 };
}
