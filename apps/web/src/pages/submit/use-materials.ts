import { useQuery } from '@tanstack/react-query';
import { api, content } from '../../api/client';
import { holds, LAB_STAFF } from '../../frame/rights';
import { useMe } from '../../frame/use-me';

const COMMON = ['PLA', 'PETG', 'ABS', 'ASA', 'TPU'];

/** Names to choose from: what one used lately; for staff, who may see the stock, the network's filaments; what is common. */
export function useMaterials(): string[] {
  const me = useMe();
  const memberId = me.member.id;
  const filaments = useQuery({
    queryKey: ['filaments'],
    queryFn: () => content(api.GET('/api/v1/filaments')),
    enabled: holds(me, ...LAB_STAFF),
    staleTime: 60_000,
  });
  const recent = useQuery({
    queryKey: ['jobs', 'materials', memberId],
    queryFn: () => content(api.GET('/api/v1/jobs', { params: { query: { memberId, limit: 25 } } })),
    staleTime: 60_000,
  });
  const used = (recent.data?.items ?? []).flatMap(({ material }) => (material ? [material] : []));
  const stocked = (filaments.data?.items ?? []).map(({ material }) => material);
  return [...new Set([...used, ...stocked, ...COMMON])];
}
