import type { AccountId } from '@pandafab/shared';

/** Who counts visits, opens and closes a lab: a member of staff, or a tablet at the door. */
export type CountedBy =
  | { readonly accountId: AccountId; readonly kioskId: null }
  | { readonly accountId: null; readonly kioskId: string };

export const byAccountId = (accountId: AccountId): CountedBy => ({ accountId, kioskId: null });
export const byKioskId = (kioskId: string): CountedBy => ({ accountId: null, kioskId });
