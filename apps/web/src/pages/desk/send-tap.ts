import { api, content } from '../../api/client';
import { type Tap, timeOf } from '../../parts/visits/tap-queue';

/** Sends what was tapped at a lab's desk. @throws Problem */
export function sendTap(labId: string, tap: Tap): Promise<unknown> {
  const lab = { id: labId };
  const time = timeOf(tap, Date.now());
  if (tap.kind === 'visit')
    return content(
      api.POST('/api/v1/labs/{id}/visits', {
        ...{ params: { path: lab }, body: { key: tap.key, ...time, ...tap.body } },
      }),
    );
  if (tap.kind === 'open')
    return content(
      api.POST('/api/v1/labs/{id}/openings', { params: { path: lab }, body: { key: tap.key, ...time } }),
    );
  if (tap.kind === 'close')
    return content(
      api.POST('/api/v1/labs/{id}/openings/{openingId}/close', {
        ...{ params: { path: { ...lab, openingId: tap.of } }, body: time },
      }),
    );
  return content(
    api.DELETE('/api/v1/labs/{id}/visits/{visitId}', { params: { path: { ...lab, visitId: tap.of } } }),
  );
}
