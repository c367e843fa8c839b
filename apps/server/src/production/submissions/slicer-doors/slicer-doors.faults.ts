import type { ServerFaults } from '../../../platform/kit/faults';

/** A slicer shows the first hundred characters of the first sentence in a dialog. */
export const slicerDoorsFaults = {
  'SLICER.KEY_MISSING': {
    status: 401,
    en: [
      'The slicer sent no key. Enter your slicer token as its API key.',
      'Create a token for your slicer on the page of your account.',
    ],
    fr: [
      'Le trancheur n’a pas envoyé de clé. Donnez-lui votre jeton comme clé d’API.',
      'Créez un jeton pour votre trancheur sur la page de votre compte.',
    ],
  },
  'SLICER.KEY_STALE': {
    status: 401,
    en: ['This sign-in is too old.', 'Send the file again.'],
    fr: ['Cette connexion est trop ancienne.', 'Renvoyez le fichier.'],
  },
  'SLICER.TARGET_UNKNOWN': {
    status: 404,
    en: [
      'No lab and no machine has this address.',
      'Copy the address for your slicer again: a name may have changed.',
    ],
    fr: [
      'Aucun lab et aucune machine n’a cette adresse.',
      'Copiez de nouveau l’adresse pour votre trancheur : un nom a pu changer.',
    ],
  },
  'SLICER.FILE_UNKNOWN': {
    status: 404,
    en: ['You have sent no file of this name today.', 'Send the file first, then print it.'],
    fr: [
      'Vous n’avez envoyé aucun fichier de ce nom aujourd’hui.',
      'Envoyez d’abord le fichier, puis imprimez-le.',
    ],
  },
  'SLICER.REQUEST_UNKNOWN': {
    status: 404,
    en: [
      'This request of a slicer is too old, or was already decided.',
      'Press the button in your slicer again.',
    ],
    fr: [
      'Cette demande d’un trancheur est trop ancienne, ou a déjà reçu une réponse.',
      'Appuyez de nouveau sur le bouton de votre trancheur.',
    ],
  },
} satisfies ServerFaults;
