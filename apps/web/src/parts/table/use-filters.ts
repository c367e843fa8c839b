import { usePageParams, withFilter } from '../page-params';

/**
 * Filters of a list that stand in the page's address, beside those of `useListState`. Another filter begins at the
 * first row.
 */
export function useFilters<Name extends string>(
  names: readonly Name[],
): readonly [Readonly<Record<Name, string>>, (name: Name, value: string) => void] {
  const [params, change] = usePageParams();
  const filters = Object.fromEntries(names.map((name) => [name, params.get(name) ?? '']));
  return [
    filters as Record<Name, string>,
    (name, value) => change((before) => withFilter(before, name, value)),
  ];
}
