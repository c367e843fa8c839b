import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { get } from '../../api/get';
import { jobSortValues } from '../../api/schema';
import { useListState } from '../../parts/table/list-state';
import { PAGE_SIZE } from '../../parts/table/use-rows';
import { refreshMs } from './refresh';
import type { JobsFilter } from './use-jobs';

/** One page of jobs, searched and sorted as the page's address says. */
export function useJobPage(filter: Omit<JobsFilter, 'order'>) {
  const [{ search, sort, from }] = useListState();
  const query = {
    ...filter,
    ...{ limit: PAGE_SIZE, offset: from },
    ...(search && { search }),
    sort: jobSortValues.find((each) => each === sort),
  };
  return useQuery({
    ...get('/api/v1/jobs', { query }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => refreshMs(state.data?.items ?? []),
  });
}
