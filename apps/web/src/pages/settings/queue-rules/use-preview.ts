import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, content } from '../../../api/client';
import type { WeightValues } from './typed-weights';

/** How long a person pauses before the queue is computed. */
const PAUSE_MS = 350;

/** What these weights would do to the queue of a lab now; asked again while they are typed. */
export function usePreview(labId: string, values: WeightValues | undefined) {
  const [asked] = useDebouncedValue(values, PAUSE_MS);
  const figures = JSON.stringify(asked);
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery({
    queryKey: ['queue-preview', labId, figures],
    enabled: asked !== undefined,
    queryFn: () =>
      content(
        api.POST('/api/v1/labs/{id}/queue-weights/preview', {
          params: { path: { id: labId } },
          body: asked ?? {},
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    gcTime: 60_000,
  });
  return { data, error, isPending, refetch, isOld: isPlaceholderData || JSON.stringify(values) !== figures };
}
