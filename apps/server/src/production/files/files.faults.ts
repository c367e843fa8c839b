import type { ServerFaults } from '../../platform/kit/faults';

export const filesFaults = {
  'FILE.NO_THUMBNAIL': {
    status: 404,
    en: [
      'The file contains no picture of the part.',
      'If you want one, turn on thumbnails in your slicer’s printer settings.',
    ],
    fr: [
      'Le fichier ne contient pas d’image de la pièce.',
      'Si vous en voulez une, activez les miniatures dans les réglages d’imprimante de votre trancheur.',
    ],
  },
} satisfies ServerFaults;
