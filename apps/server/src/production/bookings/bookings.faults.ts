import type { ServerFaults } from '../../platform/kit/faults';

export const bookingsFaults = {
  'BOOKING.NOT_OFFERED': {
    status: 409,
    en: ['This lab does not offer bookings.', 'Submit a job: it waits for the machine by itself.'],
    fr: ['Ce lab ne propose pas de réservation.', 'Déposez un travail : il attend la machine tout seul.'],
  },
  'BOOKING.HELD': {
    status: 409,
    en: [
      'The machine is kept for a course or another session.',
      'The team changes or cancels that session in the agenda of the lab.',
    ],
    fr: [
      'La machine est réservée pour une séance.',
      'L’équipe modifie ou annule cette séance dans l’agenda du lab.',
    ],
  },
  'BOOKING.NOT_ON_QUARTER': {
    status: 422,
    en: ['A booking begins and ends on a quarter of an hour.', 'Choose a time such as 14:00 or 14:15.'],
    fr: ['Une réservation commence et finit sur un quart d’heure.', 'Choisissez par exemple 14:00 ou 14:15.'],
  },
  'BOOKING.LENGTH': {
    status: 422,
    en: ['A booking lasts at least one hour and at most {hours} h here.', 'Choose another end.'],
    fr: ['Ici, une réservation dure au moins une heure et au plus {hours} h.', 'Choisissez une autre fin.'],
  },
  'BOOKING.PAST': {
    status: 422,
    en: ['This time has already begun.', 'Choose a later beginning.'],
    fr: ['Ce moment a déjà commencé.', 'Choisissez un début plus tard.'],
  },
  'BOOKING.TOO_FAR': {
    status: 422,
    en: ['Here, machines can be booked at most {days} days ahead.', 'Choose an earlier day.'],
    fr: ['Ici, la réservation ouvre {days} jours à l’avance.', 'Choisissez un jour plus proche.'],
  },
  'BOOKING.CLOSED': {
    status: 409,
    en: ['The lab is not open during all of this time.', 'Choose one of the free hours.'],
    fr: ['Le lab n’est pas ouvert pendant tout ce temps.', 'Choisissez une des heures libres.'],
  },
  'BOOKING.TAKEN': {
    status: 409,
    en: ['The machine is not free at this time.', 'Choose one of the free hours.'],
    fr: ['La machine n’est pas libre à ce moment.', 'Choisissez une des heures libres.'],
  },
  'BOOKING.QUOTA': {
    status: 409,
    en: [
      'With this booking you would have more than {hours} h in this week.',
      'Book less time, choose another week, or cancel one of your bookings.',
    ],
    fr: [
      'Avec cette réservation, vous auriez plus de {hours} h cette semaine.',
      'Réservez moins de temps, une autre semaine, ou annulez une de vos réservations.',
    ],
  },
  'BOOKING.INDUCTION_MISSING': {
    status: 409,
    en: ['You need an induction for this machine.', 'Ask the lab’s staff for one.'],
    fr: ['Il vous faut une habilitation pour cette machine.', 'Demandez-la à l’équipe du lab.'],
  },
  'BOOKING.UNKNOWN': {
    status: 404,
    en: ['There is no such booking.', 'Choose one from your list.'],
    fr: ['Cette réservation n’existe pas.', 'Choisissez-en une dans votre liste.'],
  },
  'BOOKING.RULES_CHANGED': {
    status: 409,
    en: [
      'Another person has changed the rules of bookings meanwhile.',
      'Reload the page, then make your change again.',
    ],
    fr: [
      'Une autre personne a modifié les règles de réservation entre-temps.',
      'Rechargez la page, puis refaites votre modification.',
    ],
  },
  'BOOKING.FEED_UNKNOWN': {
    status: 404,
    en: ['This calendar address does not work, or no longer does.', 'Create a new one in your account.'],
    fr: ['Cette adresse d’agenda ne fonctionne pas, ou plus.', 'Créez-en une nouvelle dans votre compte.'],
  },
  'BOOKING.TOO_MANY_FEEDS': {
    status: 409,
    en: ['You have {count} calendar addresses already.', 'Use one of them, or revoke some.'],
    fr: ['Vous avez déjà {count} adresses d’agenda.', 'Utilisez l’une d’elles, ou révoquez-en.'],
  },
  'IMPORT.KEPT_BOOKING': {
    status: 409,
    en: ['The member has booked a machine.', 'Keep the member.'],
    fr: ['Le membre a réservé une machine.', 'Gardez le membre.'],
  },
} satisfies ServerFaults;
