import type { ServerFaults } from '../../platform/kit/faults';

export const openingHoursFaults = {
  'LAB.HOURS_CHANGED': {
    status: 409,
    en: [
      'Another person has changed the opening hours meanwhile.',
      'Reload the page, then make your change again.',
    ],
    fr: [
      'Une autre personne a modifié les horaires entre-temps.',
      'Rechargez la page, puis refaites votre modification.',
    ],
  },
  'LAB.CLOSURE_EXISTS': {
    status: 409,
    en: [
      'There is already an entry for exactly these days: {reason}.',
      'Remove it first, or choose other days.',
    ],
    fr: [
      'Ces jours exacts ont déjà une entrée : {reason}.',
      'Supprimez-la d’abord, ou choisissez d’autres jours.',
    ],
  },
} satisfies ServerFaults;
