import type { Words } from '../../i18n/words';

export const fr = {
  title: 'Bobines à changer',
  load: 'Chargez {{load}} sur {{machine}}',
  loadHere: 'Chargez {{load}} ici',
  any: 'une bobine',
  jobs_one: '{{count}} travail l’attend.',
  jobs_other: '{{count}} travaux l’attendent.',
  until: 'En attendant, la machine imprime ce qu’elle peut.',
};

export const en: Words<typeof fr> = {
  title: 'Spools to change',
  load: 'Load {{load}} on {{machine}}',
  loadHere: 'Load {{load}} here',
  any: 'a spool',
  jobs_one: '{{count}} job waits for it.',
  jobs_other: '{{count}} jobs wait for it.',
  until: 'Until then, the machine prints what it can.',
};
