import { readInstalments, sumReceived } from '../reads/read-convention-money';
import type { IndicatorQuery } from '../scope';

/** The part of the subsidy that came. It belongs to the network: one lab has no figure. */
export const subsidyReceived: IndicatorQuery = {
  code: 'subsidy-received',
  async read(manager, scope) {
    if (scope.conventionId === null || scope.labId !== null) return null;
    return sumReceived(await readInstalments(manager, scope), scope);
  },
};
