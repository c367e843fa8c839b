import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/get';
import { addWords } from '../../i18n/add-words';
import * as words from './words';

addWords('wanted-changes', words);

const EVERY_MS = 30_000;

/** The spools that should be changed in a lab, the longest wanted first; empty until they are known. For its staff. */
export function useWantedChanges(labId: string) {
  const { data } = useQuery({
    ...get('/api/v1/labs/{id}/wanted-changes', { path: { id: labId } }),
    refetchInterval: EVERY_MS,
  });
  return data?.items ?? [];
}
