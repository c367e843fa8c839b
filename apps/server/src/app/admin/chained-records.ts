import type { ChainedRecord } from '../../money/chain/chained-record';
import { chainedClosures } from '../../money/closures/chained-closures';
import { chainedEntries } from '../../money/member-accounts/chained-entries';
import { chainedAllotments, chainedPayments } from '../../money/payments/chained-payments';

/** The records of all features that are links of the chain: to load the features would take seconds. A test compares. */
export const chainedRecords: readonly ChainedRecord[] = [
  chainedPayments,
  chainedAllotments,
  chainedEntries,
  chainedClosures,
];
