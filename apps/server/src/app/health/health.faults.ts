import type { ServerFaults } from '../../platform/kit/faults';

export const healthFaults = {
  'HOST.DISK_NEARLY_FULL': {
    status: 507,
    en: [
      'Only {freeMb} MB are free on the service’s disk.',
      'Free some space: when the disk is full, nothing can be saved. This warning appears below {limitMb} MB.',
    ],
    fr: [
      'Il ne reste que {freeMb} Mo sur le disque du service.',
      'Libérez de l’espace : un disque plein empêche tout enregistrement. Cet avertissement apparaît sous {limitMb} Mo.',
    ],
  },
} satisfies ServerFaults;
