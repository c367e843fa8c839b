import { useQuery } from '@tanstack/react-query';
import type { Job } from '../../../api/queries';
import { batchQuery } from '../queries';

/** What a manager can do with a waiting job. */
const HANDS = [
  ...(['approve', 'refuse', 'release', 'hold', 'priority', 'due'] as const),
  ...(['next', 'machine', 'spread', 'cancel'] as const),
] as const;
export type Hand = (typeof HANDS)[number];

/** What can be done with a job as it is now. */
export function useHands({ batchId, queue: { approval, held } }: Job): readonly Hand[] {
  const batch = useQuery(batchQuery(batchId));
  const { queued = 0, analysing = 0 } = batch.data?.counts ?? {};
  const isOffered: Partial<Record<Hand, boolean>> = {
    ...{ approve: approval.state === 'asked', refuse: approval.state === 'asked' },
    ...{ hold: held === null, release: held !== null, spread: queued + analysing > 1 },
  };
  return HANDS.filter((hand) => isOffered[hand] !== false);
}
