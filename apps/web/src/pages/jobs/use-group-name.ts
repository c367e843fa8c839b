import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/get';
import { holds, STAFF } from '../../frame/rights';
import { useMe } from '../../frame/use-me';

/** The name of the group that a job is for: staff may see every group, other members only their own. */
export function useGroupName(groupId: string | null): string | undefined {
  const isStaff = holds(useMe(), ...STAFF);
  const own = useQuery({
    ...get('/api/v1/me/groups'),
    enabled: groupId !== null && !isStaff,
    staleTime: 60_000,
  });
  const any = useQuery({
    ...get('/api/v1/groups/{id}', { path: { id: groupId ?? '' } }),
    enabled: groupId !== null && isStaff,
    staleTime: 60_000,
  });
  return any.data?.name ?? own.data?.items.find(({ id }) => id === groupId)?.name;
}
