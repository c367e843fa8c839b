import type { Words } from '../../../i18n/words';

export const fr = {
  intro: 'Ces tâches ont échoué à chaque essai du service. Corrigez la cause, puis relancez-les.',
  none: 'Aucune tâche en échec.',
  noneCure: 'Tout ce que le service devait faire est fait, ou en cours.',
  step: 'Tâche',
  names: {
    'mail-send': 'Envoyer un courriel',
    'file-analyse': 'Lire un fichier',
    'file-reanalyse': 'Relire un fichier',
    'lab-match': 'Répartir les impressions d’un lab',
  },
  error: 'Cause',
  attempts: 'Essais',
  first: 'Premier échec',
  last: 'Dernier échec',
  data: 'Détails techniques',
  replay: 'Relancer',
  replayed: 'La tâche est relancée. Elle quitte la liste dès qu’elle réussit.',
};

export const en: Words<typeof fr> = {
  intro: 'These tasks failed each time the service tried them. Fix the cause, then start them again.',
  none: 'No task has failed.',
  noneCure: 'Everything that the service had to do is done, or in progress.',
  step: 'Task',
  names: {
    'mail-send': 'Send a mail',
    'file-analyse': 'Read a file',
    'file-reanalyse': 'Read a file again',
    'lab-match': 'Match the prints of a lab',
  },
  error: 'Cause',
  attempts: 'Attempts',
  first: 'First failure',
  last: 'Last failure',
  data: 'Technical details',
  replay: 'Try again',
  replayed: 'The task is started again. It leaves the list once it succeeds.',
};
