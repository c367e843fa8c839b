import { entries } from '../entry';

/** Signing in, tokens and rights. */
export const authFaults = entries({
  'AUTH.TOO_MANY_ATTEMPTS': {
    status: 429,
    en: [
      'Too many attempts to sign in have failed.',
      'Wait {minutes} min, then try again; a browser in which you signed in before may not have to wait.',
    ],
    fr: [
      'Trop de tentatives de connexion ont échoué.',
      'Attendez {minutes} min, puis réessayez ; un navigateur où vous vous êtes déjà connecté n’a pas forcément à attendre.',
    ],
  },
});
