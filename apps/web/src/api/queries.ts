import { queryOptions } from '@tanstack/react-query';
import type { Schemas } from './client';
import { type Answer, ask, get, keyOf } from './get';
import { unless } from './problem';

export type Me = Schemas['Me'];
export type Lab = Schemas['Lab'];
export type Machine = Schemas['Machine'];
export type Job = Schemas['Job'];
export type Run = Schemas['Run'];
export type Spool = Schemas['Spool'];
export type Member = Schemas['Member'];

const A_MINUTE = 60_000;

// Queries that several pages share.

export const meQuery = { ...get('/api/v1/me'), staleTime: A_MINUTE };

export const labsQuery = queryOptions({
  ...get('/api/v1/labs'),
  select: ({ items }) => items,
  staleTime: A_MINUTE,
});

/** Null when the seller's settings are missing. */
export const sellerQuery = queryOptions({
  queryKey: keyOf('/api/v1/settings/seller'),
  queryFn: () => unless('BILLING.SELLER_MISSING', ask('/api/v1/settings/seller')),
});

/** The machines of a lab, also retired ones: the history of prints names them. */
export const machinesQuery = (id: string) => ({
  ...get('/api/v1/labs/{id}/machines', { path: { id }, query: { retired: 'with' as const } }),
  staleTime: 30_000,
});

/** The materials that a person can request in a lab. */
export const materialsQuery = (id: string) => ({
  ...get('/api/v1/labs/{id}/materials', { path: { id } }),
  staleTime: 30_000,
});

const itemsOf = ({ items }: Answer<'/api/v1/labs/{id}/spools'>) => items;

export const spoolsQuery = (id: string) =>
  queryOptions({ ...get('/api/v1/labs/{id}/spools', { path: { id } }), select: itemsOf });

export const memberQuery = (id: string) => get('/api/v1/members/{id}', { path: { id } });
