import { readReached } from '../reads/read-reached';
import type { IndicatorQuery } from '../scope';

/** Distinct members with a visit, an attendance or a print. */
export const membersReached: IndicatorQuery = {
  code: 'members-reached',
  async read(manager, scope) {
    return (await readReached(manager, scope)).members;
  },
};
