import type { ServerFaults } from '../../platform/kit/faults';

export const tariffsFaults = {
  'BILLING.TARIFF_DAY_PAST': {
    status: 422,
    en: [
      'New prices cannot apply from {day}: that day is past.',
      'Choose today ({today}) or a later day: what is already priced keeps its price.',
    ],
    fr: [
      'De nouveaux prix ne peuvent pas s’appliquer à partir du {day} : ce jour est passé.',
      'Choisissez aujourd’hui ({today}) ou un jour suivant : ce qui est déjà chiffré garde son prix.',
    ],
  },
  'BILLING.TARIFF_FIRST_LATER': {
    status: 422,
    en: [
      'The first version of a tariff applies from the day of its publication.',
      'Publish it without a later day, or publish it on that day.',
    ],
    fr: [
      'La première version d’un tarif s’applique dès le jour de sa publication.',
      'Publiez-la sans indiquer un jour plus tard, ou publiez-la ce jour-là.',
    ],
  },
} satisfies ServerFaults;
