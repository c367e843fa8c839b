import { readSchools } from '../reads/read-schools';
import type { IndicatorQuery } from '../scope';

/** Those of the schools that are in a priority education area. */
export const prioritySchools: IndicatorQuery = {
  code: 'priority-schools',
  async read(manager, scope) {
    return (await readSchools(manager, scope)).filter(({ isPriority }) => isPriority).length;
  },
};
