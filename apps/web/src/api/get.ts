import { queryOptions } from '@tanstack/react-query';
import { api, content } from './client';
import type { paths } from './schema';

/** An address of the API that answers GET. */
export type GetPath = {
  [Path in keyof paths]: paths[Path] extends { readonly get: object } ? Path : never;
}[keyof paths];

type Operation<Path extends GetPath> = paths[Path]['get'];
type ParamsOf<Path extends GetPath> = Operation<Path>['parameters'];
/** The parameters; optional where none is required. */
type Given<Path extends GetPath> =
  object extends ParamsOf<Path> ? [params?: ParamsOf<Path>] : [params: ParamsOf<Path>];

/** The content of a successful answer of an address. */
export type Answer<Path extends GetPath> = Operation<Path>['responses'] extends {
  readonly 200: { readonly content: infer Content };
}
  ? Content[keyof Content]
  : never;

/** The query key of an answer: its address and the parameters. */
export type KeyOf<Path extends GetPath> = readonly [path: Path, params: ParamsOf<Path> | undefined];

export const keyOf = <Path extends GetPath>(path: Path, ...[params]: Given<Path>): KeyOf<Path> => [
  path,
  params,
];

/** The same for every address; `ask` adds the types of the parameters and of the answer. */
const getAnything = api.GET as (path: GetPath, init: { params: unknown }) => Promise<{ data?: unknown }>;

/** The query key of several answers of the same address, taken together. */
export const keyOfEach = <Path extends GetPath>(path: Path, all: readonly ParamsOf<Path>[]) =>
  [path, ...all] as const;

/** Fetches this address. @throws Problem */
export const ask = async <Path extends GetPath>(path: Path, ...[params]: Given<Path>) =>
  (await content(getAnything(path, { params }))) as Answer<Path>;

/** A query of this address for `useQuery`. Spread it to add options: `{ ...get('/api/v1/labs'), staleTime: 60_000 }` */
export const get = <Path extends GetPath>(path: Path, ...given: Given<Path>) =>
  queryOptions({ queryKey: keyOf(path, ...given), queryFn: () => ask(path, ...given) });
