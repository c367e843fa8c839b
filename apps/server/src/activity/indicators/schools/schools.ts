import { readSchools } from '../reads/read-schools';
import type { IndicatorQuery } from '../scope';

/** Schools that had a session or a project. */
export const schools: IndicatorQuery = {
  code: 'schools',
  async read(manager, scope) {
    return (await readSchools(manager, scope)).length;
  },
};
