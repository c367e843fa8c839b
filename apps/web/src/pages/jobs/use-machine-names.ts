import { useQuery } from '@tanstack/react-query';
import { machinesQuery } from '../../api/queries';

/** What the lab's machines are called; undefined for one that is gone, or not known yet. */
export function useMachineNames(labId: string): (machineId: string) => string | undefined {
  const { data } = useQuery(machinesQuery(labId));
  return (machineId) => data?.items.find(({ id }) => id === machineId)?.name;
}
