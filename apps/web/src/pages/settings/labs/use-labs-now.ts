import { useQuery } from '@tanstack/react-query';
import { labsQuery } from '../../../api/queries';

export const LOOK_AGAIN_MS = 10_000;

/** The labs. The state of their computers changes by itself: it is asked for again while the page is open. */
export const useLabsNow = () => useQuery({ ...labsQuery, staleTime: 0, refetchInterval: LOOK_AGAIN_MS });
