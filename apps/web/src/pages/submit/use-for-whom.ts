import { useQuery } from '@tanstack/react-query';
import { api, content } from '../../api/client';
import { holdsIn } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import type { ForWhom } from './for-whom';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** As many groups of a lab as one chooses from. */
const MANY = 200;
const A_MINUTE = 60_000;

/** For whom one may submit in a lab: groups that one leads; for staff, its groups, its members and open prestations too. */
export function useForWhom(labId: string) {
  const me = useMe();
  const isStaff = holdsIn(me, labId, 'manager', 'billing', 'administrator');
  const led = useQuery({
    queryKey: ['me', 'groups'],
    queryFn: () => content(api.GET('/api/v1/me/groups')),
    staleTime: A_MINUTE,
  });
  const ofLab = useQuery({
    queryKey: ['groups', labId],
    queryFn: () => content(api.GET('/api/v1/groups', { params: { query: { labId, limit: MANY } } })),
    enabled: isStaff,
    staleTime: A_MINUTE,
  });
  const prestations = useQuery({
    queryKey: ['prestations', 'open'],
    queryFn: () => content(api.GET('/api/v1/prestations/open')),
    enabled: isStaff,
    staleTime: A_MINUTE,
  });
  const leading = (led.data?.items ?? []).filter(({ leads, archivedAt }) => leads && archivedAt === null);
  const groups = new Map<string, Named>(
    [...leading, ...(ofLab.data?.items ?? [])].map(({ id, name }) => [id, { id, name }]),
  );
  const open = (prestations.data?.items ?? []).map(({ id, reference, title, clientName }): Named => {
    return { id, name: [reference, clientName, title].filter(Boolean).join(' – ') };
  });
  const kinds: ForWhom['kind'][] = ['me'];
  if (groups.size > 0) kinds.push('group');
  if (isStaff) kinds.push('member');
  if (open.length > 0) kinds.push('prestation');
  return {
    kinds,
    groups: [...groups.values()],
    prestations: open,
    error: led.error ?? ofLab.error ?? prestations.error,
  };
}
