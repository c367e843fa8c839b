import type { Words } from '../../i18n/words';

export const fr = {
  made: 'Adresse créée le {{day}}',
  address: 'Adresse à ajouter dans votre agenda',
  once: 'Copiez-la maintenant : elle ne sera plus affichée.',
  revoke: 'Révoquer l’adresse',
  revokeText: 'L’agenda qui l’utilise n’affichera plus rien.',
  sessions: {
    own: 'Mes séances, adresse créée le {{day}}',
    trainer: 'Séances que j’anime, adresse créée le {{day}}',
    add: { own: 'Créer une adresse', trainer: 'Adresse des séances animées' },
  },
};

export const en: Words<typeof fr> = {
  made: 'Address created on {{day}}',
  address: 'Address to add to your calendar',
  once: 'Copy it now: it will not be shown again.',
  revoke: 'Revoke the address',
  revokeText: 'The calendar that uses it will show nothing any more.',
  sessions: {
    own: 'My sessions, address created on {{day}}',
    trainer: 'Sessions that I lead, address created on {{day}}',
    add: { own: 'Create an address', trainer: 'Address of sessions I lead' },
  },
};
