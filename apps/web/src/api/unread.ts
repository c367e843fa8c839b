import type { QueryClient } from '@tanstack/react-query';
import { get } from './get';
import { askAgain } from './touched';

/** The count of unread notices: pages that show a lab hear it live, the others look at times. */
export const unreadQuery = { ...get('/api/v1/notices/unread'), refetchInterval: 30_000, staleTime: 10_000 };

/** The server has said how many notices are unread: a list of notices that is on the page is fetched again. */
export function hearUnread(queries: QueryClient, unread: number): void {
  if (queries.getQueryData(unreadQuery.queryKey)?.unread === unread) return;
  void askAgain(queries, '/api/v1/notices');
}
