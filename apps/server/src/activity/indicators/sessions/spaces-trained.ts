import { readPartners } from '../reads/read-partners';
import { narrowed, readSessions } from '../reads/read-sessions';
import type { IndicatorQuery } from '../scope';

/** Other public digital spaces whose staff had a session. */
export const spacesTrained: IndicatorQuery = {
  code: 'spaces-trained',
  async read(manager, scope) {
    const partners = await readPartners(manager, scope);
    const sessions = narrowed(await readSessions(manager, scope), { audience: 'spaces' });
    const trained = sessions.flatMap(({ organisationId }) => organisationId ?? []);
    return [...new Set(trained)].filter((id) => partners.get(id)?.kind === 'digital-space').length;
  },
};
