import createClient, { type Middleware } from 'openapi-fetch';
import { currentLanguage } from '../i18n/i18n';
import { fetchInTurn } from './gate';
import { Problem, problemOf } from './problem';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];

/** Says every answer in the reader's language, and makes each failed request an error that says what to do. */
const manners: Middleware = {
  onRequest({ request }) {
    request.headers.set('accept-language', currentLanguage());
    return request;
  },
  async onResponse({ response }) {
    if (response.ok) return undefined;
    if (response.status === 401) leaveForSignIn();
    throw await problemOf(response);
  },
  onError() {
    return Problem.unreachable();
  },
};

let staying = 0;

/** Until the returned function is called, a session that ends is said where it is noticed: leaving would lose what is here. */
export function stayHere(): () => void {
  staying++;
  return () => {
    staying--;
  };
}

/** The session ended elsewhere, or with its browser: the sign-in page knows where to come back to. */
export function leaveForSignIn(): void {
  if (staying > 0) return;
  const { pathname, search } = window.location;
  window.location.assign(`/?next=${encodeURIComponent(pathname + search)}`);
}

/** The service's API, generated from its description. The session is a cookie that scripts cannot read. */
export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin', fetch: fetchInTurn });
api.use(manners);

/** The answer's content; failures have been thrown as Problems by then. */
export async function content<Data>(answer: Promise<{ data?: Data }>): Promise<Data> {
  return (await answer).data as Data;
}
