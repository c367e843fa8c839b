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

/** A page's address, with anything that is one part of a path where its parameter stands. */
const PAGES = ['', ...WEB_PATHS].map((path) => new RegExp(`^/${path.replace(/:\w+/g, '[^/\\\\]+')}$`));
const HERE = 'http://here.invalid';

/**
 * Where to go after signing in: one of our pages, and nothing else, however it is written. Looked at as browsers read it
 * (WHATWG URL: `\` is `/`, `..` goes up, tabs and line ends are left out), since `/x/..//evil.example` is their `//`.
 */
export function safeNext(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/') || !URL.canParse(next, HERE)) return '/';
  const { origin, pathname, search } = new URL(next, HERE);
  return origin === HERE && PAGES.some((page) => page.test(pathname)) ? pathname + search : '/';
}
