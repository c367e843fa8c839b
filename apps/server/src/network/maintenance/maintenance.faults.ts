import type { ServerFaults } from '../../platform/kit/faults';

export const maintenanceFaults = {
  'MAINTENANCE.PAST': {
    status: 422,
    en: ['This time has passed already.', 'Choose an end in the future, or note the work in the log.'],
    fr: ['Ce moment est déjà passé.', 'Choisissez une fin à venir, ou notez le travail dans le carnet.'],
  },
  'MAINTENANCE.RULE_UNKNOWN': {
    status: 404,
    en: ['This machine has no such regular service.', 'Choose one from its list.'],
    fr: ['Cette machine n’a pas cet entretien régulier.', 'Choisissez-en un dans sa liste.'],
  },
  'MAINTENANCE.TOO_MANY': {
    status: 409,
    en: ['This machine has {count} of them already.', 'Cancel or remove some first.'],
    fr: ['Cette machine en a déjà {count}.', 'Annulez ou supprimez-en d’abord.'],
  },
} satisfies ServerFaults;
