import { gramsOf } from '@pandafab/domain';
import { readMaterials } from '../reads/read-materials';
import type { IndicatorQuery } from '../scope';

/** Material that prints used. */
export const materialGrams: IndicatorQuery = {
  code: 'material-grams',
  async read(manager, scope, { category, material }) {
    const rows = await readMaterials(manager, scope);
    const milligrams = rows
      .filter((row) => category === undefined || row.category === category)
      .filter((row) => material === undefined || row.material === material)
      .reduce((sum, row) => sum + row.milligrams, 0);
    return gramsOf(milligrams);
  },
};
