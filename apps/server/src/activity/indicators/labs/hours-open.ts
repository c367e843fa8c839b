import { hoursOf } from '@pandafab/domain';
import { readOpenTime } from '../reads/read-openings';
import type { IndicatorQuery } from '../scope';

/** Hours at which labs were really open. */
export const hoursOpen: IndicatorQuery = {
  code: 'hours-open',
  async read(manager, scope) {
    return hoursOf(await readOpenTime(manager, scope));
  },
};
