import { readProjects } from '../reads/read-projects';
import type { IndicatorQuery } from '../scope';

/** Projects that were achieved. */
export const projectsDone: IndicatorQuery = {
  code: 'projects-done',
  async read(manager, scope) {
    const { from, until } = scope;
    return (await readProjects(manager, scope)).filter(
      ({ state, endedOn }) => state === 'done' && endedOn !== null && from <= endedOn && endedOn <= until,
    ).length;
  },
};
