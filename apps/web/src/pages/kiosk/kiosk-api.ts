import { api, content } from '../../api/client';
import { type Tap, timeOf } from '../../parts/visits/tap-queue';

/** The tablet's own token: it stands after `#`, which browsers send to no server. */
export const tokenOf = (hash: string): string => hash.replace(/^#/, '');

/** What a tablet may ask. @throws Problem */
export function kioskApi(token: string) {
  const headers = { authorization: `Kiosk ${token}` };
  return {
    state: () => content(api.GET('/api/v1/kiosk', { headers })),
    card: (code: string) => content(api.POST('/api/v1/kiosk/card', { headers, body: { code } })),
    send: (tap: Tap): Promise<unknown> => {
      const time = timeOf(tap, Date.now());
      if (tap.kind === 'visit') {
        const body = { key: tap.key, ...time, ...tap.body };
        return content(api.POST('/api/v1/kiosk/visits', { headers, body }));
      }
      if (tap.kind === 'open')
        return content(api.POST('/api/v1/kiosk/openings', { headers, body: { key: tap.key, ...time } }));
      const params = { path: { id: tap.of } };
      if (tap.kind === 'close')
        return content(api.POST('/api/v1/kiosk/openings/{id}/close', { headers, params, body: time }));
      return content(api.DELETE('/api/v1/kiosk/visits/{id}', { headers, params }));
    },
  };
}
