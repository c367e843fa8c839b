/** What the web app shows under its own addresses: the same as its pages (apps/web/src/frame/pages.ts). */
export const WEB_PATHS = [
  'submit',
  'jobs',
  'jobs/:id',
  'lab-jobs',
  'machines/:id',
  'spools',
  'members',
  'agents',
  'prestations',
  'prestations/:id',
  'account',
];

/** Where to go after signing in: a page of ours, never another site's, however it is written. */
export function safeNext(next: unknown): string {
  if (typeof next !== 'string' || !/^\/(?![/\\])/.test(next)) return '/';
  const base = 'http://here.invalid';
  const url = URL.canParse(next, base) ? new URL(next, base) : undefined;
  return url?.origin === base ? url.pathname + url.search : '/';
}
