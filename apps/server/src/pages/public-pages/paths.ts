/** The addresses outside /api that the public pages answer. */
export const PUBLIC_PAGE_PATHS = [
  '/',
  'setup',
  'sign-out',
  'public-pages.css',
  'forgotten',
  'password',
  'register',
  'email',
  'unsubscribe/:token',
  'programme',
  'p/:token',
  'p/:token/accept',
  'p/:token/refuse',
  'p/:token/pay',
  'p/:token/documents/:file',
];
