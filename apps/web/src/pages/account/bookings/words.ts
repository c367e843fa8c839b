import type { Words } from '../../../i18n/words';

export const fr = {
  title: 'Mes réservations',
  none: 'Vous n’avez réservé aucune machine.',
  noneCure: 'La page d’une machine montre ses heures libres, si le lab le propose.',
  span: '{{machine}}, du {{from}} au {{until}}',
  maintenance: 'Une maintenance est prévue à ce moment : voyez avec l’équipe du lab.',
  cancel: 'Annuler la réservation',
  cancelText: 'La machine sera libre pour les autres à ce moment.',
  feeds: 'Dans votre agenda',
  feedsWhat: 'Une adresse secrète montre vos réservations dans votre agenda. Ne la donnez à personne.',
  add: 'Créer une adresse d’agenda',
  ofMachine: 'd’une machine',
};

export const en: Words<typeof fr> = {
  title: 'My bookings',
  none: 'You have booked no machine.',
  noneCure: 'The page of a machine shows its free hours, if the lab offers it.',
  span: '{{machine}}, from {{from}} to {{until}}',
  maintenance: 'Maintenance is planned for this time: ask the lab’s staff.',
  cancel: 'Cancel the booking',
  cancelText: 'The machine will be free for others at this time.',
  feeds: 'In your calendar',
  feedsWhat: 'A secret address shows your bookings in your calendar. Do not give it to other people.',
  add: 'Create a calendar address',
  ofMachine: 'of a machine',
};
