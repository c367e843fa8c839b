import { readProjects } from '../reads/read-projects';
import type { IndicatorQuery } from '../scope';

/** Projects that were under way. */
export const projects: IndicatorQuery = {
  code: 'projects',
  async read(manager, scope) {
    return (await readProjects(manager, scope)).length;
  },
};
