import { narrowed, readSessions } from '../reads/read-sessions';
import type { IndicatorQuery } from '../scope';

/** Sessions that took place. */
export const sessionsHeld: IndicatorQuery = {
  code: 'sessions-held',
  async read(manager, scope, parameters) {
    return narrowed(await readSessions(manager, scope), parameters).length;
  },
};
