import { readVisits } from '../reads/read-visits';
import type { IndicatorQuery } from '../scope';

/** People who came through the door. */
export const visits: IndicatorQuery = {
  code: 'visits',
  async read(manager, scope, { public: who, purpose }) {
    const rows = await readVisits(manager, scope);
    return rows
      .filter((row) => who === undefined || row.public === who)
      .filter((row) => purpose === undefined || row.purpose === purpose)
      .reduce((sum, { people }) => sum + people, 0);
  },
};
