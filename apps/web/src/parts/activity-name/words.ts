import type { Words } from '../../i18n/words';

export const fr = {
  printing: 'Impression 3D',
  training: 'Formation',
  video: 'Vidéo',
  advice: 'Conseil',
  'machine-time': 'Temps de machine',
  none: 'Sans activité',
};

export const en: Words<typeof fr> = {
  printing: '3D printing',
  training: 'Training',
  video: 'Video',
  advice: 'Advice',
  'machine-time': 'Machine time',
  none: 'Without activity',
};
