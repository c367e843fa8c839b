import type { ServerFaults } from '../../platform/kit/faults';

export const visitsFaults = {
  'KIOSK.INVALID': {
    status: 401,
    en: ['This tablet is not set up for a lab.', 'Ask a manager of the lab for its address.'],
    fr: ['Cette tablette n’est pas reliée à un lab.', 'Demandez son adresse à un responsable du lab.'],
  },
  'KIOSK.TOO_MANY': {
    status: 409,
    en: ['The lab already has {count} tablets.', 'Revoke one that is no longer used.'],
    fr: ['Le lab a déjà {count} tablettes.', 'Révoquez-en une qui n’est plus utilisée.'],
  },
  'OPENING.CHANGED': {
    status: 409,
    en: ['These hours were changed in the meantime.', 'Look at them again, then correct them.'],
    fr: ['Ces heures ont été modifiées entre-temps.', 'Relisez-les, puis corrigez-les.'],
  },
  'OPENING.FUTURE': {
    status: 422,
    en: ['The lab cannot have been open at a time that is still to come.', 'Enter an earlier time.'],
    fr: ['Le lab ne peut pas avoir été ouvert à une heure à venir.', 'Saisissez une heure passée.'],
  },
  'OPENING.ORDER': {
    status: 422,
    en: ['The lab closes after it opens.', 'Check both times.'],
    fr: ['Un lab ferme après avoir ouvert.', 'Vérifiez les deux heures.'],
  },
  'OPENING.OVERLAPS': {
    status: 409,
    en: ['The lab was already open at that time.', 'Check the other hours of that day.'],
    fr: ['Le lab était déjà ouvert à cette heure.', 'Vérifiez les autres heures de ce jour.'],
  },
  'OPENING.TOO_LONG': {
    status: 422,
    en: ['The lab would be open for more than 24 hours.', 'Check both times.'],
    fr: ['Le lab serait ouvert pendant plus de 24 heures.', 'Vérifiez les deux heures.'],
  },
  'OPENING.UNKNOWN': {
    status: 404,
    en: ['The lab has no such hours.', 'Look for them in the list of the day.'],
    fr: ['Le lab n’a pas ces heures.', 'Cherchez-les dans la liste du jour.'],
  },
  'VISIT.FUTURE': {
    status: 422,
    en: ['A visit cannot be counted for a time that is still to come.', 'Check the clock of this device.'],
    fr: [
      'Une visite ne peut pas être comptée pour une heure à venir.',
      'Vérifiez l’horloge de cet appareil.',
    ],
  },
  'VISIT.KEY_USED': {
    status: 409,
    en: ['Another visit has this number.', 'Count the visit again.'],
    fr: ['Une autre visite porte ce numéro.', 'Comptez la visite de nouveau.'],
  },
  'VISIT.NOT_LAST': {
    status: 409,
    en: ['A tablet can undo only the visit that it counted last.', 'Ask the staff of the lab to undo it.'],
    fr: [
      'Une tablette ne peut annuler que la dernière visite qu’elle a comptée.',
      'Demandez à l’équipe du lab de l’annuler.',
    ],
  },
  'VISIT.OTHER_DAY': {
    status: 409,
    en: [
      'A visit can be undone only on its own day.',
      'Leave it as it is: the numbers of that day are final.',
    ],
    fr: [
      'Une visite ne peut être annulée que le jour même.',
      'Laissez-la : les chiffres de ce jour sont définitifs.',
    ],
  },
  'VISIT.TOO_OLD': {
    status: 422,
    en: ['A visit can be counted up to {days} days later.', 'It is too late to count this one.'],
    fr: [
      'Une visite peut être comptée jusqu’à {days} jours plus tard.',
      'Il est trop tard pour compter celle-ci.',
    ],
  },
  'VISIT.UNKNOWN': {
    status: 404,
    en: ['There is no such visit in this lab.', 'Look for it in the list of today.'],
    fr: ['Cette visite n’existe pas dans ce lab.', 'Cherchez-la dans la liste du jour.'],
  },
} satisfies ServerFaults;
