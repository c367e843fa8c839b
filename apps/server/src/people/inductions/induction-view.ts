import type { Instant } from '@pandafab/shared';
import { toIso, toIsoOrNull } from '../../platform/http/fields';
import type { Induction } from './induction.entities';

function stateAt({ withdrawnAt, validUntil }: Induction, now: Instant) {
  if (withdrawnAt !== null) return 'withdrawn' as const;
  return validUntil !== null && validUntil <= now ? ('expired' as const) : ('valid' as const);
}

export const viewOwnInduction = (induction: Induction, now: Instant) => ({
  id: induction.id,
  kind: induction.kind,
  labId: induction.labId,
  grantedAt: toIso(induction.grantedAt),
  validUntil: toIsoOrNull(induction.validUntil),
  state: stateAt(induction, now),
});

export function viewInduction(induction: Induction, now: Instant) {
  const { memberId, grantedBy, withdrawnBy, withdrawnAt, withdrawnReason } = induction;
  const withdrawn =
    withdrawnBy !== null && withdrawnAt !== null
      ? { by: withdrawnBy, at: toIso(withdrawnAt), reason: withdrawnReason ?? '' }
      : null;
  return { ...viewOwnInduction(induction, now), memberId, grantedBy, withdrawn };
}
