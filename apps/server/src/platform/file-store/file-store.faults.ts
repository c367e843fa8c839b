import type { ServerFaults } from '../kit/faults';

export const fileStoreFaults = {
  'FILE.TOO_LARGE': {
    status: 413,
    en: [
      'The file is larger than {limitMb} MB.',
      'Slice the part into several files, or ask an administrator to raise the limit.',
    ],
    fr: [
      'Le fichier dépasse {limitMb} Mo.',
      'Tranchez la pièce en plusieurs fichiers, ou demandez à une personne qui administre le service d’augmenter la limite.',
    ],
  },
} satisfies ServerFaults;
