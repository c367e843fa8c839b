import createClient, { type Middleware } from 'openapi-fetch';
import { currentLanguage } from '../i18n/i18n';
import { fetchInTurn } from './gate';
import { Problem, problemOf } from './problem';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];

/** Asks for answers in the reader's language, and turns each failed request into an error that says what to do. */
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

/** Until the returned function is called, an ended session is an error on this page: leaving it would lose work. */
export function stayHere(): () => void {
  staying++;
  return () => {
    staying--;
  };
}

/** The session has ended: the sign-in page gets the address to come back to. */
export function leaveForSignIn(): void {
  if (staying > 0) return;
  const { pathname, search } = window.location;
  window.location.assign(`/?next=${encodeURIComponent(pathname + search)}`);
}

/** The service's API, generated from its description. The session is a cookie that scripts cannot read. */
export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin', fetch: fetchInTurn });
api.use(manners);

/** The answer's content; failures have already been thrown as Problems. */
export async function content<Data>(answer: Promise<{ data?: Data }>): Promise<Data> {
  return (await answer).data as Data;
}
