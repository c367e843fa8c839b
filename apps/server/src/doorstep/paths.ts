/** What the doorstep answers outside /api. */
export const DOORSTEP_PATHS = [
  '/',
  'setup',
  'sign-out',
  'doorstep.css',
  'forgotten',
  'password',
  'register',
  'email',
];
