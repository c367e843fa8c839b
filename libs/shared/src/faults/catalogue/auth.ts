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
  'AUTH.WRONG_PASSWORD': {
    status: 403,
    en: [
      'This is not your present password.',
      'Type it again. If it is forgotten, sign out and ask for a new one on the sign-in page.',
    ],
    fr: [
      'Ce n’est pas votre mot de passe actuel.',
      'Tapez-le de nouveau. S’il est oublié, déconnectez-vous et demandez-en un autre sur la page de connexion.',
    ],
  },
  'AUTH.CODE_INVALID': {
    status: 410,
    en: [
      'This link opens nothing any more: it was used, replaced by a newer one, or is too old.',
      'Open the link of the latest mail, or ask for a new one where you asked for this one.',
    ],
    fr: [
      'Ce lien n’ouvre plus rien : il a déjà servi, un plus récent le remplace, ou il est trop ancien.',
      'Ouvrez le lien du dernier message reçu, ou demandez-en un autre là où vous aviez demandé celui-ci.',
    ],
  },
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
  'AUTH.TOKEN_INVALID': {
    status: 401,
    en: [
      'This API token is unknown, has expired or was revoked.',
      'Make a new one with POST /api/v1/tokens and send it in the Authorization header.',
    ],
    fr: [
      'Ce jeton d’API est inconnu, expiré ou révoqué.',
      'Créez-en un autre par POST /api/v1/tokens et envoyez-le dans l’en-tête Authorization.',
    ],
  },
  'AUTH.UNKNOWN_TOKEN': {
    status: 404,
    en: ['You have no such API token.', 'List yours with GET /api/v1/tokens.'],
    fr: ['Vous n’avez pas de tel jeton d’API.', 'Listez les vôtres par GET /api/v1/tokens.'],
  },
  'AUTH.UNKNOWN_SESSION': {
    status: 404,
    en: ['You are not signed in there any more.', 'Reload the list of your sessions.'],
    fr: ['Vous n’y êtes plus connecté.', 'Rechargez la liste de vos sessions.'],
  },
  'AUTH.PASSWORD_COMMON': {
    status: 422,
    en: [
      'This password is among the first that somebody would try.',
      'Choose another: a sentence of a few words that do not belong together, without your name or address.',
    ],
    fr: [
      'Ce mot de passe est parmi les premiers que l’on essaierait.',
      'Choisissez-en un autre : une phrase de quelques mots sans lien entre eux, sans votre nom ni votre adresse.',
    ],
  },
  'AUTH.TOKEN_EXPIRY_PAST': {
    status: 422,
    en: ['A token cannot expire in the past.', 'Give a later date, or none.'],
    fr: ['Un jeton ne peut pas expirer dans le passé.', 'Donnez une date à venir, ou aucune.'],
  },
  'AUTH.FORBIDDEN': {
    status: 403,
    en: ['Your role does not allow this.', 'Ask someone with the role {roles}.'],
    fr: ['Votre rôle ne permet pas cela.', 'Adressez-vous à une personne qui a le rôle {roles}.'],
  },
  'AUTH.OTHER_LAB': {
    status: 403,
    en: [
      'This belongs to a lab in which you do not hold the role {roles}.',
      'Ask someone of that lab, or an administrator.',
    ],
    fr: [
      'Cela appartient à un lab où vous n’avez pas le rôle {roles}.',
      'Adressez-vous à une personne de ce lab, ou qui administre le service.',
    ],
  },
  'AUTH.SCOPE_MISSING': {
    status: 403,
    en: [
      'This API token was not made for this: it lacks {scope}.',
      'Make a token with that scope, and use it here.',
    ],
    fr: [
      'Ce jeton d’API n’a pas été créé pour cela : il lui manque {scope}.',
      'Créez un jeton avec cette portée, et utilisez-le ici.',
    ],
  },
  'AUTH.ROLE_EVERYWHERE': {
    status: 422,
    en: [
      'The role {role} is not held in one lab.',
      'Leave the lab out: only trainers and managers belong to labs.',
    ],
    fr: [
      'Le rôle {role} ne se tient pas dans un seul lab.',
      'Ne donnez pas de lab : seuls la formation et les responsables de lab en ont un.',
    ],
  },
  'AUTH.UNKNOWN_ACCOUNT': {
    status: 404,
    en: ['There is no such account.', 'Look for the member that it belongs to.'],
    fr: ['Ce compte n’existe pas.', 'Cherchez le membre à qui il appartient.'],
  },
  'AUTH.LAST_ADMINISTRATOR': {
    status: 409,
    en: [
      'This is the last administrator who can sign in.',
      'Make somebody else an administrator first, then try again.',
    ],
    fr: [
      'C’est la dernière personne qui administre le service et peut se connecter.',
      'Donnez d’abord ce rôle à quelqu’un d’autre, puis réessayez.',
    ],
  },
  'AUTH.CLOSED_TO_ALL': {
    status: 403,
    en: ['Nobody has been given the right to use this address.', 'Tell the people who develop PandaFab.'],
    fr: [
      'Personne n’a reçu le droit d’utiliser cette adresse.',
      'Signalez-le aux personnes qui développent PandaFab.',
    ],
  },
  'AUTH.CROSS_SITE': {
    status: 403,
    en: [
      'This request came from a page of another site.',
      'Open PandaFab at its own address and do it there. Behind a proxy, the administrator sets PUBLIC_URL.',
    ],
    fr: [
      'Cette demande venait d’une page d’un autre site.',
      'Ouvrez PandaFab à sa propre adresse et faites-le là. Derrière un mandataire, l’administrateur renseigne PUBLIC_URL.',
    ],
  },
  'AUTH.OWN_PASSWORD_LINK': {
    status: 403,
    en: [
      'Nobody makes a link to a new password for themselves.',
      'Change your password on the page of your account, or ask somebody else on the staff for the link.',
    ],
    fr: [
      'On ne crée pas pour soi-même de lien vers un nouveau mot de passe.',
      'Changez votre mot de passe sur la page de votre compte, ou demandez le lien à une autre personne de l’équipe.',
    ],
  },
  'AUTH.EMAIL_TAKEN': {
    status: 409,
    en: ['The address {email} already signs in to another account.', 'Choose another address.'],
    fr: ['L’adresse {email} ouvre déjà un autre compte.', 'Choisissez une autre adresse.'],
  },
  'AUTH.SETUP_DONE': {
    status: 410,
    en: [
      'The first administrator has already been created.',
      'Sign in, or ask an administrator for an account.',
    ],
    fr: [
      'Le premier compte d’administration existe déjà.',
      'Connectez-vous, ou demandez un compte à une personne qui administre le service.',
    ],
  },
  'AUTH.SETUP_CODE_WRONG': {
    status: 403,
    en: [
      'This set-up link is not valid, or is from an earlier start of the server.',
      'Use the link that the server printed on its terminal when it last started.',
    ],
    fr: [
      'Ce lien de première installation n’est pas valable, ou date d’un démarrage précédent du serveur.',
      'Utilisez le lien que le serveur a affiché sur son terminal à son dernier démarrage.',
    ],
  },
});
