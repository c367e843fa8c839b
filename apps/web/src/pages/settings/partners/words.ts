import type { Words } from '../../../i18n/words';

export const fr = {
  intro:
    'Les écoles, espaces publics numériques et associations avec qui les labs travaillent. Les rapports les comptent par quartier.',
  name: 'Nom',
  city: 'Ville',
  priority: 'Éducation prioritaire',
  onlyPriority: 'Seulement en éducation prioritaire',
  none: 'Aucun partenaire ne correspond.',
  noneCure: 'Ajoutez un partenaire depuis la page d’un client, sous Réglages, Clients.',
};

export const en: Words<typeof fr> = {
  intro:
    'The schools, public digital spaces and associations that the labs work with. Reports count them by neighbourhood.',
  name: 'Name',
  city: 'City',
  priority: 'Priority education',
  onlyPriority: 'Only in priority education areas',
  none: 'No partner matches.',
  noneCure: 'Add a partner from the page of a client, under Settings, Clients.',
};
