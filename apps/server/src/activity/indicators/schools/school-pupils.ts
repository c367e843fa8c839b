import { readSchools } from '../reads/read-schools';
import type { IndicatorQuery } from '../scope';

/** People at the sessions of schools, each as often as they came. */
export const schoolPupils: IndicatorQuery = {
  code: 'school-pupils',
  async read(manager, scope) {
    return (await readSchools(manager, scope)).reduce((sum, { pupils }) => sum + pupils, 0);
  },
};
