import { narrowed, peopleAt, readSessions } from '../reads/read-sessions';
import type { IndicatorQuery } from '../scope';

/** People at sessions, each as often as they came. */
export const attendances: IndicatorQuery = {
  code: 'attendances',
  async read(manager, scope, parameters) {
    return peopleAt(narrowed(await readSessions(manager, scope), parameters));
  },
};
