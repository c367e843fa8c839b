import { useSearchParams } from 'react-router';

/**
 * Filters of a list that stand in the page's address, beside those of `useListState`. Another filter begins at the
 * first row.
 */
export function useFilters<Name extends string>(
  names: readonly Name[],
): readonly [Readonly<Record<Name, string>>, (name: Name, value: string) => void] {
  const [params, setParams] = useSearchParams();
  const filters = Object.fromEntries(names.map((name) => [name, params.get(name) ?? '']));
  const change = (name: Name, value: string) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (value) next.set(name, value);
      else next.delete(name);
      next.delete('from');
      return next;
    });
  return [filters as Record<Name, string>, change];
}
