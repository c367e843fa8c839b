import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, content, type Schemas } from '../../api/client';
import { holdsIn, LAB_STAFF, STAFF } from '../../frame/rights';
import { useMe } from '../../frame/use-me';

export type Spool = Schemas['SpoolListDto_Output']['items'][number];

const MINUTE = 60_000;

/** The lab's spools by id: what was used is written when a run ends, so once a minute is often enough. */
export const spoolsQuery = (labId: string) =>
  queryOptions({
    queryKey: ['spools', labId, 'by-id'],
    queryFn: async (): Promise<Readonly<Record<string, Spool>>> => {
      const { items } = await content(
        api.GET('/api/v1/labs/{id}/spools', { params: { path: { id: labId } } }),
      );
      return Object.fromEntries(items.map((spool) => [spool.id, spool]));
    },
    refetchInterval: MINUTE,
  });

/** Running jobs that are older than the newest ones that the live picture holds. */
export const runningQuery = (labId: string) =>
  queryOptions({
    queryKey: ['jobs', labId, 'running'],
    queryFn: async () => {
      const query = { labId, state: 'running', limit: 200 } as const;
      return (await content(api.GET('/api/v1/jobs', { params: { query } }))).items;
    },
    refetchInterval: 10_000,
  });

/** Whose job it is, where the reader may know: staff of the lab all, everybody themselves. */
export function useOwnerName(memberId: string | undefined, labId: string): string | undefined {
  const me = useMe();
  const isMine = memberId === me.member.id;
  const { data } = useQuery({
    queryKey: ['member', memberId, 'name'],
    queryFn: async () => {
      const path = { id: memberId ?? '' };
      return (await content(api.GET('/api/v1/members/{id}', { params: { path } }))).displayName;
    },
    enabled: memberId !== undefined && !isMine && holdsIn(me, labId, ...STAFF),
    staleTime: 10 * MINUTE,
  });
  return isMine ? me.member.displayName : data;
}

export const useIsLabStaff = (labId: string | undefined): boolean => {
  const me = useMe();
  return labId !== undefined && holdsIn(me, labId, ...LAB_STAFF);
};
