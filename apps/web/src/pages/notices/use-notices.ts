import { useInfiniteQuery } from '@tanstack/react-query';
import { ask, keyOf } from '../../api/get';

/** The number of notices on one page. */
const PAGE = 25;

/** The pages of notices loaded so far. @param isUnreadOnly leaves out those that are read */
export function useNotices(isUnreadOnly: boolean) {
  const query = { limit: PAGE, ...(isUnreadOnly && { unread: 'true' }) };
  const answer = useInfiniteQuery({
    // The key of several answers together, not the key of the first answer.
    queryKey: [...keyOf('/api/v1/notices', { query }), 'parts'],
    queryFn: ({ pageParam: after }) =>
      ask('/api/v1/notices', { query: { ...query, ...(after !== null && { after }) } }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: 30_000,
  });
  const pages = answer.data?.pages ?? [];
  return { answer, notices: pages.flatMap(({ items }) => items), unread: pages.at(-1)?.unread ?? 0 };
}
