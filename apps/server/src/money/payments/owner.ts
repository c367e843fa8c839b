import type { MemberId, OrganisationId } from '@pandafab/shared';
import type { Payment } from '../settlement/settlement.entities';

/** Whose account money belongs to: a client's or a member's. */
export type Owner = { readonly organisationId: OrganisationId } | { readonly memberId: MemberId };

/** The two columns of a payment. */
export const ownerColumns = (owner: Owner): Pick<Payment, 'organisationId' | 'memberId'> => ({
  ...{ organisationId: null, memberId: null },
  ...owner,
});
