import { prestationStateValues } from '../../api/schema';
import { usePageParams, withFilter } from '../../parts/page-params';

/** The filters of the board and the list. They are in the page's address. */
export function usePrestationFilters() {
  const [params, change] = usePageParams();
  const text = (name: string) => params.get(name) ?? '';
  const isLate = text('late') === 'true';
  return {
    view: text('view') === 'list' ? ('list' as const) : ('board' as const),
    state: prestationStateValues.find((each) => each === text('state')),
    /** Given to the API as they are; without those that are not set. */
    query: {
      ...(text('client') && { organisationId: text('client') }),
      ...(text('responsible') && { responsibleId: text('responsible') }),
      ...(isLate && { late: 'true' }),
    },
    client: text('client'),
    responsible: text('responsible'),
    isLate,
    isFiltered: ['q', 'state', 'client', 'responsible', 'late'].some((name) => params.has(name)),
    set: (name: 'view' | 'state' | 'client' | 'responsible' | 'late' | 'q', value: string) =>
      change((before) => withFilter(before, name, value), { replace: name === 'q' }),
    clear: () =>
      change((before) => new URLSearchParams(before.get('view') ? { view: before.get('view') ?? '' } : {})),
  };
}
