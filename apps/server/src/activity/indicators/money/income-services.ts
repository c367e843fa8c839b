import { readIncome, sumOfIncome } from '../reads/read-income';
import type { IndicatorQuery } from '../scope';

/** Income net of VAT, as the books count it. */
export const incomeServices: IndicatorQuery = {
  code: 'income-services',
  async read(manager, scope, { activity }) {
    const orders = await readIncome(manager, scope);
    return orders.reduce((sum, { income }) => sum + sumOfIncome(income, activity), 0);
  },
};
