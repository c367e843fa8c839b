import type { Words } from '../../i18n/words';

export const fr = {
  title: 'Avis',
  which: 'Avis montrés',
  all: 'Tous',
  unread: 'Non lus',
  none: 'Aucun avis.',
  noneHelp: 'Quand il se passe quelque chose pour vous, vous le lirez ici.',
  noneUnread: 'Vous avez tout lu.',
  isNew: 'Nouveau',
  read: 'Marquer comme lu',
  readAll: 'Tout marquer comme lu',
  more: 'Avis plus anciens',
  choose: 'Choisir mes avis',
};

export const en: Words<typeof fr> = {
  title: 'Notices',
  which: 'Notices shown',
  all: 'All',
  unread: 'Unread',
  none: 'No notice.',
  noneHelp: 'When something happens that is for you, you will read it here.',
  noneUnread: 'You have read everything.',
  isNew: 'New',
  read: 'Mark as read',
  readAll: 'Mark all as read',
  more: 'Older notices',
  choose: 'Choose my notices',
};
