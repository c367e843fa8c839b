import type { Words } from '../../i18n/words';

export const fr = {
  undo: 'Annuler',
  undone: 'C’est annulé.',
};

export const en: Words<typeof fr> = {
  undo: 'Undo',
  undone: 'It is undone.',
};
