import { narrowed, peopleAt, readSessions } from '../reads/read-sessions';
import type { IndicatorQuery } from '../scope';

/** People of other public digital spaces at sessions for them. */
export const spaceStaffAttendances: IndicatorQuery = {
  code: 'space-staff-attendances',
  async read(manager, scope) {
    return peopleAt(narrowed(await readSessions(manager, scope), { audience: 'spaces' }));
  },
};
