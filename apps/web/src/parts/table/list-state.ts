import { usePageParams } from '../page-params';

/** How a list is shown. It stands in the page's address: going back, or a link to a colleague, shows the same list. */
export interface ListState {
  readonly search: string;
  /** The column's id, after `-` when descending; empty: the order in which the rows come. */
  readonly sort: string;
  /** The number of rows before the first one shown. */
  readonly from: number;
  /** The columns that differ from how they are at first: shown ones that are hidden, and hidden ones that are shown. */
  readonly columns: readonly string[];
}
export type ListChange = Partial<ListState>;

const NAMES = { search: 'q', sort: 'sort', from: 'from', columns: 'columns' } as const;

/** @param params the query of the page's address */
export const readListState = (params: URLSearchParams): ListState => ({
  search: params.get(NAMES.search) ?? '',
  sort: params.get(NAMES.sort) ?? '',
  from: Math.max(0, Math.trunc(Number(params.get(NAMES.from))) || 0),
  columns: (params.get(NAMES.columns) ?? '').split(',').filter(Boolean),
});

/** The query with the change; another search or order begins at the first row. The page's own parameters stay. */
export function withListChange(params: URLSearchParams, change: ListChange): URLSearchParams {
  const now = new URLSearchParams(params);
  const isOtherList = change.search !== undefined || change.sort !== undefined;
  const next = { ...readListState(params), ...(isOtherList && { from: 0 }), ...change };
  const texts = {
    search: next.search,
    sort: next.sort,
    from: next.from > 0 ? String(next.from) : '',
    columns: next.columns.join(','),
  };
  for (const [name, text] of Object.entries(texts) as [keyof ListState, string][]) {
    if (text) now.set(NAMES[name], text);
    else now.delete(NAMES[name]);
  }
  return now;
}

export function useListState(): readonly [ListState, (change: ListChange) => void] {
  const [params, setParams] = usePageParams();
  // Each letter of a search is no step to go back to.
  const change = (wanted: ListChange) =>
    setParams((before) => withListChange(before, wanted), { replace: wanted.search !== undefined });
  return [readListState(params), change];
}
