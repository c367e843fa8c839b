import { useQuery } from '@tanstack/react-query';
import { sellerQuery } from '../../../api/queries';

interface Activities {
  readonly known: readonly string[];
  /** Only these are taxed: VAT depends on the activity. */
  readonly isClosed: boolean;
}

/** The activities of the seller's settings; none are known while they are loaded, or without settings. */
export function useActivities(): Activities {
  const { data } = useQuery(sellerQuery);
  if (!data) return { known: [], isClosed: false };
  const { vat, printing } = data;
  return vat.regime === 'split'
    ? { known: Object.keys(vat.activities), isClosed: true }
    : { known: [printing.activity], isClosed: false };
}
