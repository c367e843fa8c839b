import { partialMatchKey, type QueryClient, type QueryKey } from '@tanstack/react-query';
import type { GetPath, KeyOf } from './get';

/** What a change makes stale: answers at this address and below it; with path parameters, only those of one thing. */
export type Touched = {
  [Path in GetPath]: Path | readonly [path: Path, params: NonNullable<KeyOf<Path>[1]>['path']];
}[GetPath];

/** True for the query key of an answer that such a change makes stale. */
export function isTouched(key: QueryKey, touched: Touched): boolean {
  const [path, params]: readonly [string, object?] = typeof touched === 'string' ? [touched] : touched;
  const [keptPath, ...kept] = key as readonly [string, ...({ path?: object } | undefined)[]];
  const isThere = keptPath === path || keptPath.startsWith(`${path}/`);
  return isThere && kept.some((each) => partialMatchKey([each?.path ?? {}], [params ?? {}]));
}

/** Refetches the stale answers that are on the page; the others are fetched when they are shown next. */
export const askAgain = (queries: QueryClient, ...touched: readonly Touched[]): Promise<void> =>
  queries.invalidateQueries({
    predicate: ({ queryKey }) => touched.some((each) => isTouched(queryKey, each)),
  });
