import { readCosts, sumOfCosts } from '../reads/read-convention-money';
import type { IndicatorQuery } from '../scope';

/** The value of what is lent or given, such as rooms. */
export const inKindValue: IndicatorQuery = {
  code: 'in-kind-value',
  async read(manager, scope, { heading }) {
    return scope.conventionId === null
      ? null
      : sumOfCosts(await readCosts(manager, scope), 'in-kind', heading);
  },
};
