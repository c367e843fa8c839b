import type { UseQueryOptions } from '@tanstack/react-query';
import type { Schemas } from '../../api/client';
import type { Touched } from '../../api/touched';

export type Identity = Schemas['BillingIdentity'];
type State = Schemas['BillingIdentityState'];

/** Where the billing identity of a person is read and written. */
export interface IdentityAccess {
  // biome-ignore lint/suspicious/noExplicitAny: the keys of a member's and of one's own identity differ
  readonly query: UseQueryOptions<State, Error, State, any>;
  readonly put: (identity: Identity) => Promise<unknown>;
  readonly remove: () => Promise<unknown>;
  readonly touches: readonly Touched[];
}
