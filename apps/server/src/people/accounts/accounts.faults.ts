import type { ServerFaults } from '../../platform/kit/faults';

export const accountsFaults = {
  'AUTH.WRONG_CREDENTIALS': {
    status: 401,
    en: ['This e-mail address and password do not match.', 'Check both and try again.'],
    fr: ['Cette adresse et ce mot de passe ne correspondent pas.', 'Vérifiez-les et réessayez.'],
  },
  'AUTH.WRONG_PASSWORD': {
    status: 403,
    en: [
      'This is not your present password.',
      'Type it again. If you have forgotten it, sign out and ask for a new one on the sign-in page.',
    ],
    fr: [
      'Ce n’est pas votre mot de passe actuel.',
      'Tapez-le de nouveau. Si vous l’avez oublié, déconnectez-vous et demandez-en un autre sur la page de connexion.',
    ],
  },
  'AUTH.CODE_INVALID': {
    status: 410,
    en: [
      'This link is not valid any more: it was used, replaced by a newer one, or is too old.',
      'Open the link of the latest mail, or ask for a new link where you asked for this one.',
    ],
    fr: [
      'Ce lien n’est plus valable : il a déjà servi, un plus récent le remplace, ou il est trop ancien.',
      'Ouvrez le lien du dernier courriel reçu, ou demandez un nouveau lien là où vous aviez demandé celui-ci.',
    ],
  },
  'AUTH.TOKEN_INVALID': {
    status: 401,
    en: [
      'This API token is unknown, has expired or was revoked.',
      'Create a new one with POST /api/v1/tokens and send it in the Authorization header.',
    ],
    fr: [
      'Ce jeton d’API est inconnu, expiré ou révoqué.',
      'Créez-en un autre par POST /api/v1/tokens et envoyez-le dans l’en-tête Authorization.',
    ],
  },
  'AUTH.UNKNOWN_TOKEN': {
    status: 404,
    en: ['This is not one of your API tokens.', 'List your tokens with GET /api/v1/tokens.'],
    fr: [
      'Ce jeton d’API n’est pas l’un des vôtres.',
      'Consultez la liste des vôtres par GET /api/v1/tokens.',
    ],
  },
  'AUTH.UNKNOWN_SESSION': {
    status: 404,
    en: ['This session has already ended.', 'Reload the list of your sessions.'],
    fr: ['Cette session est déjà fermée.', 'Rechargez la liste de vos sessions.'],
  },
  'AUTH.PASSWORD_COMMON': {
    status: 422,
    en: [
      'This password is one of the first that an attacker would try.',
      'Choose another: a sentence of a few words that do not belong together, without your name or address.',
    ],
    fr: [
      'Ce mot de passe est l’un des premiers qu’un pirate essaierait.',
      'Choisissez-en un autre : une phrase de quelques mots sans lien entre eux, sans votre nom ni votre adresse.',
    ],
  },
  'AUTH.TOKEN_EXPIRY_PAST': {
    status: 422,
    en: ['A token cannot expire in the past.', 'Give a date in the future, or none.'],
    fr: ['Un jeton ne peut pas expirer dans le passé.', 'Indiquez une date à venir, ou aucune.'],
  },
  'AUTH.ROLE_EVERYWHERE': {
    status: 422,
    en: [
      'The role {role} cannot be limited to one lab.',
      'Leave the lab out: only the roles of trainer and manager can be given for one lab.',
    ],
    fr: [
      'Le rôle {role} ne peut pas être limité à un seul lab.',
      'N’indiquez pas de lab : seuls les rôles de formation et de responsable de lab peuvent être donnés pour un seul lab.',
    ],
  },
  'AUTH.UNKNOWN_ACCOUNT': {
    status: 404,
    en: ['There is no such account.', 'Search for the member to whom it belongs.'],
    fr: ['Ce compte n’existe pas.', 'Cherchez le membre à qui il appartient.'],
  },
  'AUTH.LAST_ADMINISTRATOR': {
    status: 409,
    en: [
      'This is the last administrator who can sign in.',
      'Make another person an administrator first, then try again.',
    ],
    fr: [
      'C’est la dernière personne qui administre le service et peut se connecter.',
      'Donnez d’abord ce rôle à une autre personne, puis réessayez.',
    ],
  },
  'AUTH.CLOSED_TO_ALL': {
    status: 403,
    en: ['No role has the right to use this address.', 'Tell the people who develop PandaFab.'],
    fr: [
      'Aucun rôle n’a le droit d’utiliser cette adresse.',
      'Signalez-le aux personnes qui développent PandaFab.',
    ],
  },
  'AUTH.CROSS_SITE': {
    status: 403,
    en: [
      'This request came from a page of another site.',
      'Open PandaFab at its own address, then try again. If PandaFab is behind a proxy, an administrator must set PUBLIC_URL.',
    ],
    fr: [
      'Cette demande venait d’une page d’un autre site.',
      'Ouvrez PandaFab à sa propre adresse, puis réessayez. Si PandaFab est derrière un serveur mandataire (proxy), une personne qui administre le service doit renseigner PUBLIC_URL.',
    ],
  },
  'AUTH.OWN_PASSWORD_LINK': {
    status: 403,
    en: [
      'You cannot create a link to a new password for yourself.',
      'Change your password on the page of your account, or ask another member of the staff for the link.',
    ],
    fr: [
      'Vous ne pouvez pas créer pour vous-même de lien vers un nouveau mot de passe.',
      'Changez votre mot de passe sur la page de votre compte, ou demandez le lien à une autre personne de l’équipe.',
    ],
  },
  'AUTH.EMAIL_TAKEN': {
    status: 409,
    en: ['The address {email} already belongs to another account.', 'Choose another address.'],
    fr: ['L’adresse {email} appartient déjà à un autre compte.', 'Choisissez une autre adresse.'],
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
  'MEMBER.OF_STAFF': {
    status: 403,
    en: ['This member belongs to the staff.', 'Only an administrator can make this change: ask one.'],
    fr: [
      'Ce membre fait partie de l’équipe.',
      'Seule une personne qui administre le service peut faire ce changement : demandez-le-lui.',
    ],
  },
  'MEMBER.HAS_ACCOUNT': {
    status: 409,
    en: ['This member already has an account.', 'They sign in with the address {email}.'],
    fr: ['Ce membre a déjà un compte.', 'Il se connecte avec l’adresse {email}.'],
  },
  'MEMBER.NO_ACCOUNT': {
    status: 409,
    en: ['This member has no account.', 'Invite them to open one.'],
    fr: ['Ce membre n’a pas de compte.', 'Invitez-le à en ouvrir un.'],
  },
  'MEMBER.ACCOUNT_DISABLED': {
    status: 409,
    en: ['The account of this member is disabled.', 'An administrator can enable it again.'],
    fr: [
      'Le compte de ce membre est désactivé.',
      'Une personne qui administre le service peut le réactiver.',
    ],
  },
  'MEMBER.REGISTRATION_CLOSED': {
    status: 403,
    en: [
      'This lab does not accept online registration.',
      'Choose a lab that accepts it, or ask the staff of this lab to invite you.',
    ],
    fr: [
      'Ce lab n’accepte pas d’inscription en ligne.',
      'Choisissez un lab qui l’accepte, ou demandez une invitation à l’équipe de ce lab.',
    ],
  },
} satisfies ServerFaults;
