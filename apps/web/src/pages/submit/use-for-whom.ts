import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/get';
import { holdsIn } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import type { ForWhom } from './for-whom';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The most groups of a lab in the choice. */
const MANY = 200;
const A_MINUTE = 60_000;

/** For whom the person may submit in a lab: groups that they lead; staff: all its groups, members, open prestations. */
export function useForWhom(labId: string) {
  const me = useMe();
  const isStaff = holdsIn(me, labId, 'manager', 'billing', 'administrator');
  const led = useQuery({ ...get('/api/v1/me/groups'), staleTime: A_MINUTE });
  const ofLab = useQuery({
    ...get('/api/v1/groups', { query: { labId, limit: MANY } }),
    enabled: isStaff,
    staleTime: A_MINUTE,
  });
  const prestations = useQuery({
    ...get('/api/v1/prestations/open'),
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
