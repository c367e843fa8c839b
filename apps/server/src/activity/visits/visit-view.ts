import { toIso, toIsoOrNull } from '../../platform/http/fields';
import type { LabOpening, Visit } from './visit.entities';

/** What a tablet at a door sees of a visit: no name. */
export const kioskVisitView = ({ id, at, day, people, undoneAt, ...visit }: Visit) => ({
  ...{ id, at: toIso(at), day, public: visit.public, purpose: visit.purpose },
  ...{ people, undoneAt: toIsoOrNull(undoneAt) },
});

export const openingView = ({ id, openedAt, closedAt, day, note, closedByServer, version }: LabOpening) => ({
  ...{ id, openedAt: toIso(openedAt), closedAt: toIsoOrNull(closedAt) },
  ...{ day, note, closedByServer, version },
});
