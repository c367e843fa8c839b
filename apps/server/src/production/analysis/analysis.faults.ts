import type { ServerFaults } from '../../platform/kit/faults';

export const analysisFaults = {
  'FILE.ANALYSIS_TOO_SLOW': {
    status: 422,
    en: [
      'Reading the file took more than {seconds} seconds.',
      'Slice the part again; if it happens again, show the file to an administrator.',
    ],
    fr: [
      'La lecture du fichier a pris plus de {seconds} secondes.',
      'Tranchez de nouveau la pièce ; si cela se reproduit, montrez le fichier à une personne qui administre le service.',
    ],
  },
  'FILE.ANALYSIS_CRASHED': {
    status: 422,
    en: [
      'The server could not read the file: its reader stopped ({exit}).',
      'Slice the part again; if it happens again, show the file to an administrator.',
    ],
    fr: [
      'Le serveur n’a pas pu lire le fichier : le programme de lecture s’est arrêté ({exit}).',
      'Tranchez de nouveau la pièce ; si cela se reproduit, montrez le fichier à une personne qui administre le service.',
    ],
  },
  'FILE.ANALYSIS_TOO_LARGE': {
    status: 422,
    en: [
      'Reading the file took more than {mb} MB of memory; a normal file takes far less.',
      'Slice the part again; if it happens again, show the file to an administrator.',
    ],
    fr: [
      'La lecture du fichier a demandé plus de {mb} Mo de mémoire ; un fichier normal en demande bien moins.',
      'Tranchez de nouveau la pièce ; si cela se reproduit, montrez le fichier à une personne qui administre le service.',
    ],
  },
} satisfies ServerFaults;
