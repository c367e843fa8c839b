import { useQueries, useQuery } from '@tanstack/react-query';
import { get } from '../../../api/get';
import type { Lab, Machine } from '../../../api/queries';
import { useLab } from '../../../frame/lab-choice';
import { holdsIn, LAB_STAFF } from '../../../frame/rights';
import { useMe } from '../../../frame/use-me';
import { currentLanguage } from '../../../i18n/i18n';

const A_MINUTE = 60_000;
/** A person looks at the list to see whether a machine has connected. */
const LOOK_AGAIN_MS = 5_000;
const SOON_MS = 2_000;

/** The machines of a lab, also those that were retired. */
export const allMachinesQuery = (id: string) => ({
  ...get('/api/v1/labs/{id}/machines', { path: { id }, query: { retired: 'with' as const } }),
  refetchInterval: LOOK_AGAIN_MS,
});

/** One machine, with its state as it changes. */
export const machineQuery = (id: string) => ({
  ...get('/api/v1/machines/{id}', { path: { id } }),
  refetchInterval: LOOK_AGAIN_MS,
});

export const profilesQuery = { ...get('/api/v1/profiles'), staleTime: A_MINUTE };

/** The serial ports of a lab's computer; asked for often, because a person waits for them. */
export const portsQuery = (id: string) => ({
  ...get('/api/v1/labs/{id}/ports', { path: { id } }),
  refetchInterval: SOON_MS,
});

/** The labs whose machines this person may change. */
export function useOwnLabs(): readonly Lab[] {
  const me = useMe();
  return useLab().labs.filter(({ id }) => holdsIn(me, id, ...LAB_STAFF));
}

interface MachineInLab {
  readonly machine: Machine;
  readonly lab: Lab;
}

/** All machines of the labs of this person. */
export function useOwnMachines() {
  const labs = useOwnLabs();
  return useQueries({
    queries: labs.map(({ id }) => allMachinesQuery(id)),
    combine: (answers) => ({
      isPending: answers.some(({ isPending }) => isPending),
      error: answers.find(({ error }) => error)?.error,
      retry: () => Promise.all(answers.map(({ refetch }) => refetch())),
      rows: labs.flatMap((lab, at): MachineInLab[] =>
        (answers[at]?.data?.items ?? []).map((machine) => ({ machine, lab })),
      ),
    }),
  });
}

/** The names of the firmware profiles. */
export function useProfiles() {
  const { data } = useQuery(profilesQuery);
  const all = data?.items ?? [];
  return { all, find: (id: string) => all.find((each) => each.id === id) };
}

/** The kinds of machines, and the name of a code in the reader's language. */
export function useKinds() {
  const { data } = useQuery({ ...get('/api/v1/machine-kinds'), staleTime: A_MINUTE });
  const all = data?.items ?? [];
  const nameOf = (code: string) => {
    const found = all.find((each) => each.code === code);
    return found ? (currentLanguage() === 'fr' ? found.nameFr : found.nameEn) : code;
  };
  return { all, nameOf };
}
