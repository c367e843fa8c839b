import { queryOptions, useQuery } from '@tanstack/react-query';
import { type Answer, get } from '../../api/get';
import { memberQuery, type Spool } from '../../api/queries';
import { holdsIn, LAB_STAFF, STAFF } from '../../frame/rights';
import { useMe } from '../../frame/use-me';

const MINUTE = 60_000;

const byId = ({ items }: Answer<'/api/v1/labs/{id}/spools'>): Readonly<Record<string, Spool>> =>
  Object.fromEntries(items.map((spool) => [spool.id, spool]));

/** The lab's spools by id: usage is recorded when a run ends, so fetching once a minute is enough. */
export const spoolsByIdQuery = (id: string) =>
  queryOptions({
    ...get('/api/v1/labs/{id}/spools', { path: { id } }),
    select: byId,
    refetchInterval: MINUTE,
  });

const itemsOf = ({ items }: Answer<'/api/v1/jobs'>) => items;

/** Running jobs that are too old to be in the live state. */
export const runningQuery = (labId: string) =>
  queryOptions({
    ...get('/api/v1/jobs', { query: { labId, state: 'running', limit: 200 } }),
    select: itemsOf,
    refetchInterval: 10_000,
  });

const totalOf = ({ total }: Answer<'/api/v1/jobs'>) => total;

/** How many jobs wait, where the live state does not hold all of them. */
export const waitingQuery = (labId: string) =>
  queryOptions({
    ...get('/api/v1/jobs', { query: { labId, state: 'queued', limit: 1 } }),
    select: totalOf,
    refetchInterval: 10_000,
  });

/** The owner of a job, if the reader may know it: staff of the lab see all, other members only themselves. */
export function useOwnerName(memberId: string | undefined, labId: string): string | undefined {
  const me = useMe();
  const isMine = memberId === me.member.id;
  const { data } = useQuery({
    ...memberQuery(memberId ?? ''),
    enabled: memberId !== undefined && !isMine && holdsIn(me, labId, ...STAFF),
    staleTime: 10 * MINUTE,
  });
  return isMine ? me.member.displayName : data?.displayName;
}

export const useIsLabStaff = (labId: string | undefined): boolean => {
  const me = useMe();
  return labId !== undefined && holdsIn(me, labId, ...LAB_STAFF);
};
