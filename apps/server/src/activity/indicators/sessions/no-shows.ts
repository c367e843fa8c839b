import { narrowed, readSessions } from '../reads/read-sessions';
import type { IndicatorQuery } from '../scope';

/** People who were registered and did not come. */
export const noShows: IndicatorQuery = {
  code: 'no-shows',
  async read(manager, scope, parameters) {
    return narrowed(await readSessions(manager, scope), parameters).reduce(
      (sum, { absent }) => sum + absent,
      0,
    );
  },
};
