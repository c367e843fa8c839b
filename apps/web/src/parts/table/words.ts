import type { Words } from '../../i18n/words';

export const fr = {
  search: 'Chercher dans la liste',
  columns: 'Colonnes',
  sort: 'Trier par',
  asIs: 'Ordre habituel',
  ascending: '{{column}}, croissant',
  descending: '{{column}}, décroissant',
  found_one: '{{count}} ligne',
  found_other: '{{count}} lignes',
  none: 'Aucune ligne ne correspond.',
  clear: 'Effacer la recherche',
};

export const en: Words<typeof fr> = {
  search: 'Search in the list',
  columns: 'Columns',
  sort: 'Sort by',
  asIs: 'Usual order',
  ascending: '{{column}}, ascending',
  descending: '{{column}}, descending',
  found_one: '{{count}} row',
  found_other: '{{count}} rows',
  none: 'No row matches.',
  clear: 'Clear the search',
};
