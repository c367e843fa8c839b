import type { ServerFaults } from '../kit/faults';

export const httpFaults = {
  'AUTH.REQUIRED': {
    status: 401,
    en: ['You are not signed in.', 'Sign in, or send an API token in the Authorization header.'],
    fr: [
      'Vous n’êtes pas connecté.',
      'Connectez-vous, ou envoyez un jeton d’API dans l’en-tête Authorization.',
    ],
  },
  'AUTH.FORBIDDEN': {
    status: 403,
    en: ['Your role does not allow this.', 'Ask a person with the role {roles}.'],
    fr: ['Votre rôle ne permet pas cela.', 'Adressez-vous à une personne qui a le rôle {roles}.'],
  },
  'AUTH.OTHER_LAB': {
    status: 403,
    en: [
      'This belongs to a lab where you do not have the role {roles}.',
      'Ask the staff of that lab, or an administrator.',
    ],
    fr: [
      'Cela appartient à un lab où vous n’avez pas le rôle {roles}.',
      'Adressez-vous à l’équipe de ce lab, ou à une personne qui administre le service.',
    ],
  },
  'AUTH.SCOPE_MISSING': {
    status: 403,
    en: [
      'This API token does not have the scope {scope}.',
      'Create a token with that scope, and use it here.',
    ],
    fr: [
      'Ce jeton d’API n’a pas la portée {scope}.',
      'Créez un jeton qui a cette portée, puis utilisez-le ici.',
    ],
  },
  'FILE.MISSING': {
    status: 422,
    en: ['The submission contains no file.', 'Choose a G-code file and send it again.'],
    fr: ['Le dépôt ne contient aucun fichier.', 'Choisissez un fichier G-code et recommencez.'],
  },
  'FILE.MORE_THAN_ONE': {
    status: 422,
    en: ['A submission may contain only one file.', 'Send each file in a separate submission.'],
    fr: ['Un dépôt ne peut contenir qu’un seul fichier.', 'Déposez chaque fichier séparément.'],
  },
  'FILE.TRUNCATED': {
    status: 400,
    en: [
      'The upload was interrupted.',
      'Check the network, then send the file again; the incomplete file was deleted.',
    ],
    fr: [
      'L’envoi a été interrompu.',
      'Vérifiez le réseau, puis renvoyez le fichier ; le fichier incomplet a été supprimé.',
    ],
  },
  'REQUEST.NOT_MULTIPART': {
    status: 415,
    en: [
      'A submission must be a form with a file (multipart/form-data).',
      'Send the file in the part `file`, and the lab in `labId`.',
    ],
    fr: [
      'Un dépôt doit être un formulaire avec un fichier (multipart/form-data).',
      'Envoyez le fichier dans la partie `file`, et le lab dans `labId`.',
    ],
  },
} satisfies ServerFaults;
