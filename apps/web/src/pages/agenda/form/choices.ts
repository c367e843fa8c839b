import { useQuery } from '@tanstack/react-query';
import { get } from '../../../api/get';
import { type Lab, machinesQuery } from '../../../api/queries';
import { holds, LAB_STAFF } from '../../../frame/rights';
import { useMe } from '../../../frame/use-me';

const A_MINUTE = 60_000;
const MOST = 200;

export const topicsQuery = { ...get('/api/v1/topics'), staleTime: A_MINUTE };
export const trainersQuery = (id: string) => ({
  ...get('/api/v1/labs/{id}/trainers', { path: { id } }),
  staleTime: A_MINUTE,
});
/** The rooms and the equipment of a lab, also retired ones: sessions keep them. */
const roomsQuery = (id: string) => ({
  ...get('/api/v1/labs/{id}/rooms', { path: { id }, query: { retired: 'true' } }),
  staleTime: A_MINUTE,
});

/** One thing that can be taken for a session. */
export interface Thing {
  readonly id: string;
  readonly name: string;
}

/** What a session of a lab can have: what is retired only if it has it already. */
export function useThings({ id }: Pick<Lab, 'id'>, kept: readonly string[]) {
  const rooms = useQuery(roomsQuery(id));
  const machines = useQuery(machinesQuery(id));
  const offered = ({ id: each, retiredAt }: { id: string; retiredAt: string | null }) =>
    retiredAt === null || kept.includes(each);
  const all = (rooms.data?.items ?? []).filter(offered);
  return {
    rooms: all.filter(({ kind }) => kind === 'room'),
    equipment: all.filter(({ kind }) => kind === 'equipment'),
    machines: (machines.data?.items ?? []).filter(offered),
  };
}

/** The groups of a lab. */
export function useGroups(labId: string): readonly Thing[] {
  return (
    useQuery({
      ...get('/api/v1/groups', { query: { labId, limit: MOST, archived: 'false' } }),
      staleTime: A_MINUTE,
    }).data?.items ?? []
  );
}

/** Schools, other spaces and associations that work with the labs: all staff may read their names. */
export function usePartners() {
  const { data } = useQuery({ ...get('/api/v1/partners', { query: { limit: MOST } }), staleTime: A_MINUTE });
  return data?.items ?? [];
}

/** The clients, for those who may read them. */
export function useOrganisations(): readonly Thing[] {
  const mayRead = holds(useMe(), 'billing', ...LAB_STAFF);
  const { data } = useQuery({
    ...get('/api/v1/organisations', { query: { limit: MOST } }),
    ...{ enabled: mayRead, staleTime: A_MINUTE },
  });
  return data?.items ?? [];
}

/** The projects of a lab that are not over. */
export function useProjects(labId: string): readonly Thing[] {
  const { data } = useQuery({
    ...get('/api/v1/projects', { query: { labId, limit: MOST } }),
    staleTime: A_MINUTE,
  });
  return (data?.items ?? []).map(({ id, title }) => ({ id, name: title }));
}

/** The client orders, for those who may read them. */
export function usePrestations(): readonly Thing[] {
  const mayRead = holds(useMe(), 'billing', 'administrator');
  const { data } = useQuery({
    ...get('/api/v1/prestations', { query: { limit: MOST } }),
    ...{ enabled: mayRead, staleTime: A_MINUTE },
  });
  return (data?.items ?? []).map(({ id, reference, title }) => ({ id, name: `${reference} · ${title}` }));
}
