import { entries } from '../entry';

/** Signing in, tokens and rights. */
export const authFaults = entries({
  'AUTH.REQUIRED': {
    status: 401,
    en: ['You are not signed in.', 'Sign in, or send an API token in the Authorization header.'],
    fr: [
      'Vous n’êtes pas connecté.',
      'Connectez-vous, ou envoyez un jeton d’API dans l’en-tête Authorization.',
    ],
  },
  'AUTH.WRONG_CREDENTIALS': {
    status: 401,
    en: ['This e-mail address and password do not match.', 'Check both and try again.'],
    fr: ['Cette adresse et ce mot de passe ne correspondent pas.', 'Vérifiez-les et réessayez.'],
  },
  'AUTH.FORBIDDEN': {
    status: 403,
    en: ['Your role does not allow this.', 'Ask someone with the role {roles}.'],
    fr: ['Votre rôle ne permet pas cela.', 'Adressez-vous à une personne qui a le rôle {roles}.'],
  },
});
