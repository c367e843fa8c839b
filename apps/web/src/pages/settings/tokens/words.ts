import type { Words } from '../../../i18n/words';

export const fr = {
  intro:
    'Un jeton permet à un programme d’agir au nom d’une personne. Chacun crée les siens sur la page de son compte. Révoquez ici ceux qui ne servent plus.',
  none: 'Aucun jeton.',
  noneCure: 'Personne n’a encore relié de programme au service.',
  name: 'Jeton',
  owner: 'Personne',
  scopes: 'Droits',
  allScopes: 'Tous les droits de la personne',
  lastUsed: 'Dernier usage',
  neverUsed: 'Aucun connu',
  created: 'Créé le',
  expires: 'Valable jusqu’au',
  endless: 'Sans date de fin',
  expired: 'Expiré',
  revoke: 'Révoquer',
  revokeText:
    'Le programme qui utilise « {{name}} » ne pourra plus agir au nom de cette personne ({{owner}}). Un jeton révoqué ne peut pas être rétabli.',
};

export const en: Words<typeof fr> = {
  intro:
    'With a token, a program acts for a person. People create their own on their account page. Revoke here those that are no longer needed.',
  none: 'There is no token.',
  noneCure: 'No person has connected a program to the service yet.',
  name: 'Token',
  owner: 'Person',
  scopes: 'Rights',
  allScopes: 'All rights of the person',
  lastUsed: 'Last used',
  neverUsed: 'Not known',
  created: 'Created on',
  expires: 'Valid until',
  endless: 'No end date',
  expired: 'Expired',
  revoke: 'Revoke',
  revokeText:
    'The program that uses “{{name}}” can no longer act for this person ({{owner}}). A revoked token cannot be restored.',
};
