import type { Words } from '../../../i18n/words';

export const fr = {
  title: 'Pourquoi ?',
  open: 'Ce qu’elle imprime, ou ce qu’elle attend',
  prints: 'Elle imprime {{name}}.',
  printsPlace: 'Ce travail avait la place {{place}} sur {{of}}.',
  notReady: 'Elle ne commence rien en ce moment :',
  kept: 'Elle attend {{name}}, qui commence : {{time}}. Des travaux plus courts peuvent passer avant.',
  next: 'Prochain travail prévu : {{name}}, {{time}}.',
  noNext: 'Aucun travail de la file n’est prévu ici.',
  empty: 'Aucun travail n’attend dans ce lab.',
  fitting: 'Elle peut imprimer {{fitting}} des {{waiting}} travaux en attente.',
  reasons: 'Pour les autres :',
  jobs_one: '{{count}} travail',
  jobs_other: '{{count}} travaux',
};

export const en: Words<typeof fr> = {
  title: 'Why?',
  open: 'What it prints, or what it waits for',
  prints: 'It prints {{name}}.',
  printsPlace: 'The place of this job was {{place}} of {{of}}.',
  notReady: 'It begins nothing now:',
  kept: 'It is kept for {{name}}, which begins: {{time}}. Shorter jobs may go before.',
  next: 'Next expected job: {{name}}, {{time}}.',
  noNext: 'No job of the queue is expected here.',
  empty: 'No job waits in this lab.',
  fitting: 'It can print {{fitting}} of the {{waiting}} waiting jobs.',
  reasons: 'For the others:',
  jobs_one: '{{count}} job',
  jobs_other: '{{count}} jobs',
};
