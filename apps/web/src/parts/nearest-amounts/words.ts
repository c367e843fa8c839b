import type { Words } from '../../i18n/words';

export const fr = {
  none: 'Cette somme n’a pas de montant hors taxes exact.',
  choose: 'Choisissez la somme la plus proche :',
};

export const en: Words<typeof fr> = {
  none: 'This amount has no exact net amount.',
  choose: 'Choose the nearest amount:',
};
