import { readCosts, sumOfCosts } from '../reads/read-convention-money';
import type { IndicatorQuery } from '../scope';

/** Costs that staff typed or imported. */
export const costs: IndicatorQuery = {
  code: 'costs',
  async read(manager, scope, { heading }) {
    return scope.conventionId === null ? null : sumOfCosts(await readCosts(manager, scope), 'cost', heading);
  },
};
