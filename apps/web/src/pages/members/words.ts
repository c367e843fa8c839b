import type { Words } from '../../i18n/words';

export const fr = {
  title: '',
};

export const en: Words<typeof fr> = {
  title: '',
};
