import createClient, { type Middleware } from 'openapi-fetch';
import { currentLanguage } from '../i18n/i18n';
import { fetchInTurn } from './gate';
import { Problem, problemOf } from './problem';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];

/**
 * Says every answer in the reader's language, and makes each failed request an error that says what to do.
 * @param onSignedOut when the session has ended
 */
const manners = (onSignedOut: () => void): Middleware => ({
  onRequest({ request }) {
    request.headers.set('accept-language', currentLanguage());
    return request;
  },
  async onResponse({ response }) {
    if (response.ok) return undefined;
    if (response.status === 401) onSignedOut();
    throw await problemOf(response);
  },
  onError() {
    return Problem.unreachable();
  },
});

/** The session ended elsewhere, or with its browser: the sign-in page knows where to come back to. */
export function leaveForSignIn(): void {
  const { pathname, search } = window.location;
  window.location.assign(`/?next=${encodeURIComponent(pathname + search)}`);
}

function clientWith(onSignedOut: () => void) {
  const client = createClient<paths>({ baseUrl: '/', credentials: 'same-origin', fetch: fetchInTurn });
  client.use(manners(onSignedOut));
  return client;
}

/** The service's API, generated from its description. The session is a cookie that scripts cannot read. */
export const api = clientWith(leaveForSignIn);
/** The same where leaving would lose what stands on the page: that the session has ended is shown there. */
export const stayingApi = clientWith(() => {});

/** The answer's content; failures have been thrown as Problems by then. */
export async function content<Data>(answer: Promise<{ data?: Data }>): Promise<Data> {
  return (await answer).data as Data;
}
