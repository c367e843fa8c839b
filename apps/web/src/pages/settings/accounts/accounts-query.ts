import { get, type KeyOf } from '../../../api/get';
import { roleValues } from '../../../api/schema';
import { PAGE_SIZE } from '../../../parts/table/data-table';
import type { ListState } from '../../../parts/table/list-state';

type Query = NonNullable<NonNullable<KeyOf<'/api/v1/accounts'>[1]>['query']>;

/** The filters of the list, as they stand in the page's address. */
export const FILTERS = ['role', 'state'] as const;
export type AccountFilter = (typeof FILTERS)[number];

/** The sign-in state of an account that the list can be narrowed to. */
export const STATES = ['enabled', 'disabled'] as const;
const SORTS = ['name', '-name', 'email', '-email', 'createdAt', '-createdAt'] as const;

/** The value if it is one of these: the address may hold anything. */
const oneOf = <Value extends string>(all: readonly Value[], value: string): Value | undefined =>
  all.find((each) => each === value);

/** One page of the accounts, searched, narrowed and sorted by the server. */
export function accountsQuery(
  { search, sort, from }: ListState,
  filters: Readonly<Record<AccountFilter, string>>,
) {
  const query: Query = {
    limit: PAGE_SIZE,
    offset: from,
    search: search || undefined,
    sort: oneOf(SORTS, sort),
    role: oneOf(roleValues, filters.role),
    state: oneOf(STATES, filters.state),
  };
  return get('/api/v1/accounts', { query });
}
