import { gramsOf } from '@pandafab/domain';
import { readUsage } from '../reads/read-usage';
import type { IndicatorQuery } from '../scope';

/** Material that prints used. */
export const materialGrams: IndicatorQuery = {
  code: 'material-grams',
  async read(manager, scope, { category, material }) {
    const rows = await readUsage(manager, scope);
    const milligrams = rows
      .filter((row) => category === undefined || row.category === category)
      .flatMap(({ materials }) => [...materials])
      .filter(([name]) => material === undefined || name === material)
      .reduce((sum, [, each]) => sum + each, 0);
    return gramsOf(milligrams);
  },
};
