import { shareOf } from '@pandafab/domain';
import { readReached } from '../reads/read-reached';
import type { IndicatorQuery } from '../scope';

/** How many percent of the members reached were residents. */
export const residentsShare: IndicatorQuery = {
  code: 'residents-share',
  async read(manager, scope) {
    const { residents, members } = await readReached(manager, scope);
    return shareOf(residents, members);
  },
};
