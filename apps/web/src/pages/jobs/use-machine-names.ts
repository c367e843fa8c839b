import { useQuery } from '@tanstack/react-query';
import { machinesQuery } from '../../api/queries';

/** The names of the lab's machines; undefined for a machine that is gone or not loaded yet. */
export function useMachineNames(labId: string): (machineId: string) => string | undefined {
  const { data } = useQuery(machinesQuery(labId));
  return (machineId) => data?.items.find(({ id }) => id === machineId)?.name;
}
