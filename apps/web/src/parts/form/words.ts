import type { Words } from '../../i18n/words';

export const fr = {
  resumed: 'Votre saisie a été reprise là où vous l’aviez laissée.',
  begin: 'Recommencer',
};

export const en: Words<typeof fr> = {
  resumed: 'What you typed before is still here.',
  begin: 'Start again',
};
