import { useQuery } from '@tanstack/react-query';
import { api, content } from '../../api/client';
import { holds, STAFF } from '../../frame/rights';
import { useMe } from '../../frame/use-me';

/** What the group is called that something is made for: staff may see every group, others their own. */
export function useGroupName(groupId: string | null): string | undefined {
  const isStaff = holds(useMe(), ...STAFF);
  const own = useQuery({
    queryKey: ['me', 'groups'],
    queryFn: () => content(api.GET('/api/v1/me/groups')),
    enabled: groupId !== null && !isStaff,
    staleTime: 60_000,
  });
  const any = useQuery({
    queryKey: ['group', groupId],
    queryFn: () => content(api.GET('/api/v1/groups/{id}', { params: { path: { id: groupId ?? '' } } })),
    enabled: groupId !== null && isStaff,
    staleTime: 60_000,
  });
  return any.data?.name ?? own.data?.items.find(({ id }) => id === groupId)?.name;
}
