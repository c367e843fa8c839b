import type { ServerFaults } from '../../platform/kit/faults';

export const closuresFaults = {
  'CLOSURE.NOTHING': {
    status: 409,
    en: ['The books have no day in {period}.', 'Choose a period from the first document or payment on.'],
    fr: ['Les livres n’ont aucun jour en {period}.', 'Choisissez une période à partir de la première pièce.'],
  },
  'CLOSURE.NOT_OVER': {
    status: 409,
    en: ['{period} is not over: its last day is {day}.', 'Close it from the next day on.'],
    fr: [
      'La période {period} n’est pas finie : son dernier jour est le {day}.',
      'Clôturez-la dès le lendemain.',
    ],
  },
} satisfies ServerFaults;
