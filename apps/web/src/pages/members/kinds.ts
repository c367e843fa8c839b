import { useQuery } from '@tanstack/react-query';
import { api, content, type Schemas } from '../../api/client';
import { nameIn } from './people';

export type Induction = Schemas['InductionListDto_Output']['items'][number];

/** Kinds of machine, and what a code is called; the code itself where that is not known. */
export function useKinds() {
  const { data: all = [] } = useQuery({
    queryKey: ['machine-kinds'],
    queryFn: async () => (await content(api.GET('/api/v1/machine-kinds'))).items,
    staleTime: 60_000,
  });
  const nameOf = (code: string) => {
    const found = all.find((each) => each.code === code);
    return found ? nameIn(found) : code;
  };
  return { all, nameOf };
}
