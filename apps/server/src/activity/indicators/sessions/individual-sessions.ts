import { narrowed, readSessions } from '../reads/read-sessions';
import type { IndicatorQuery } from '../scope';

/** Sessions of one person with a trainer. */
export const individualSessions: IndicatorQuery = {
  code: 'individual-sessions',
  async read(manager, scope, parameters) {
    return narrowed(await readSessions(manager, scope), { ...parameters, kind: 'appointment' }).length;
  },
};
