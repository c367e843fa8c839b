import { narrowed, readSessions } from '../reads/read-sessions';
import type { IndicatorQuery } from '../scope';

/** Distinct topics of the sessions. */
export const topicsTaught: IndicatorQuery = {
  code: 'topics-taught',
  async read(manager, scope, parameters) {
    const sessions = narrowed(await readSessions(manager, scope), parameters);
    return new Set(sessions.flatMap(({ topicId }) => topicId ?? [])).size;
  },
};
