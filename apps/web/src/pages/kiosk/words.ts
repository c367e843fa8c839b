import type { Words } from '../../i18n/words';

export const fr = {
  title: 'Accueil',
  noToken:
    'Cette page sert à la tablette de l’entrée. Un responsable du lab trouve son adresse dans les réglages, sous « Tablettes d’accueil ».',
  open: 'Ouvert',
  cardHelp: 'Vous avez une carte ? Présentez-la au lecteur, puis touchez un public et un motif.',
  card: 'carte lue',
  unknownCard: 'Cette carte n’est pas connue. Le passage peut être compté sans elle.',
  revoked: 'Cette tablette n’est plus en service.',
  revokedCure: 'Un responsable du lab peut lui donner une nouvelle adresse dans les réglages.',
  askClose: 'Fermer le lab ?',
  askCloseText: 'À faire par l’équipe, quand tout le monde est parti.',
};

export const en: Words<typeof fr> = {
  title: 'Welcome',
  noToken:
    'This page is for the tablet at the door. A manager of the lab finds its address in the settings, under “Tablets at the door”.',
  open: 'Open',
  cardHelp: 'You have a card? Hold it before the scanner, then tap a public and a purpose.',
  card: 'card read',
  unknownCard: 'This card is not known. The visit can be counted without it.',
  revoked: 'This tablet is no longer in use.',
  revokedCure: 'A manager of the lab can give it a new address in the settings.',
  askClose: 'Close the lab?',
  askCloseText: 'For the staff, when everyone has left.',
};
