import type { ServerFaults } from '../../platform/kit/faults';

export const trainerHoursFaults = {
  'TRAINER_HOURS.CHANGED': {
    status: 409,
    en: ['Another person has just changed these hours.', 'Reload the page, then make your change again.'],
    fr: [
      'Une autre personne vient de modifier ces horaires.',
      'Rechargez la page, puis refaites votre modification.',
    ],
  },
  'TRAINER_HOURS.SLOT_TAKEN': {
    status: 409,
    en: ['This time can no longer be booked.', 'Choose one of the free times.'],
    fr: ['Cet horaire n’est plus disponible.', 'Choisissez un des horaires libres.'],
  },
  'TRAINER_HOURS.TOO_MANY': {
    status: 409,
    en: [
      'You already have {count} appointments to come.',
      'Book another one after them, or ask the staff of the lab.',
    ],
    fr: [
      'Vous avez déjà {count} rendez-vous à venir.',
      'Prenez le suivant quand ils seront passés, ou demandez à l’équipe du lab.',
    ],
  },
  'TRAINER_HOURS.TOPIC': {
    status: 422,
    en: [
      'This trainer does not offer this introduction in appointments.',
      'Choose another introduction or another trainer.',
    ],
    fr: [
      'Cette personne ne propose pas cette initiation en rendez-vous.',
      'Choisissez une autre initiation ou une autre personne.',
    ],
  },
} satisfies ServerFaults;
