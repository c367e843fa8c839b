/** The page of the tablet at a lab's door. It needs no account, so that no one is sent there after signing in. */
export const KIOSK_PATH = 'kiosk';

/** The addresses of the web app: the same as its pages (apps/web/src/frame/pages.ts). */
export const WEB_PATHS = [
  'start',
  'submit',
  'jobs',
  'jobs/:id',
  'slicers',
  'slicers/:id',
  'sessions',
  'queue',
  'lab-jobs',
  'machines/:id',
  'spools',
  'desk',
  'projects',
  'projects/:id',
  'members',
  'activity',
  'reports',
  'reports/:id',
  'conventions',
  'conventions/:id',
  'billing',
  'billing/exports',
  'prestations',
  'prestations/:id',
  'documents',
  'documents/:id',
  'billing/payments',
  'billing/payments/:id',
  'billing/reminders',
  'billing/balances',
  'billing/cash',
  'billing/closures',
  'billing/bank',
  'usage',
  'account',
  'balance',
  'member-accounts',
  'member-accounts/:id',
  'notices',
  'design',
  'settings',
  'settings/:page',
  'settings/:page/:id',
];

/** Matches a page's address; a parameter matches any one segment of the path. */
const PAGES = ['', ...WEB_PATHS].map((path) => new RegExp(`^/${path.replace(/:\w+/g, '[^/\\\\]+')}$`));
const HERE = 'http://here.invalid';

/**
 * The page to open after signing in: always one of our pages. The address is parsed as browsers parse it (WHATWG URL:
 * `\` is `/`, `..` goes up, tabs and line ends are removed): they read `/x/..//evil.example` as `//evil.example`.
 */
export function safeNext(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/') || !URL.canParse(next, HERE)) return '/';
  const { origin, pathname, search } = new URL(next, HERE);
  return origin === HERE && PAGES.some((page) => page.test(pathname)) ? pathname + search : '/';
}
