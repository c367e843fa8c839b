import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../api/client';
import { get } from '../../api/get';
import { nameIn } from './people';

export type Induction = Schemas['Induction'];

/** The kinds of machine, and the name of a code; the code itself if its name is unknown. */
export function useKinds() {
  const { data } = useQuery({ ...get('/api/v1/machine-kinds'), staleTime: 60_000 });
  const all = data?.items ?? [];
  const nameOf = (code: string) => {
    const found = all.find((each) => each.code === code);
    return found ? nameIn(found) : code;
  };
  return { all, nameOf };
}
