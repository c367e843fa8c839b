import type { JobState } from '@pandafab/domain';
import type { Language } from '@pandafab/shared';

type Texts = Readonly<
  Record<'title' | 'jobs' | 'machines' | 'none' | 'signIn' | 'signInLink' | 'upload' | 'unknown', string>
> & { readonly state: Readonly<Record<JobState, string>>; readonly place: (place: number) => string };

export const deviceTexts: Readonly<Record<Language, Texts>> = {
  fr: {
    title: 'Mes impressions',
    jobs: 'Mes impressions',
    machines: 'Machines',
    none: 'Aucun fichier envoyé pour le moment.',
    signIn: 'Votre trancheur n’a pas donné de clé à cette page.',
    signInLink: 'Se connecter à PandaFab',
    upload: 'Dans mes dépôts, pas encore à imprimer',
    unknown: 'pas de nouvelles',
    state: {
      ...{ analysing: 'En lecture', refused: 'Refusé', queued: 'Dans la file', running: 'En impression' },
      ...{ done: 'Terminé', stopped: 'Arrêté', cancelled: 'Annulé', redone: 'Refait' },
    },
    place: (place) => `Dans la file, place ${place}`,
  },
  en: {
    title: 'My prints',
    jobs: 'My prints',
    machines: 'Machines',
    none: 'No file was sent yet.',
    signIn: 'Your slicer gave no key to this page.',
    signInLink: 'Sign in to PandaFab',
    upload: 'In my uploads, not to be printed yet',
    unknown: 'no news',
    state: {
      ...{ analysing: 'Being read', refused: 'Refused', queued: 'In the queue', running: 'Printing' },
      ...{ done: 'Done', stopped: 'Stopped', cancelled: 'Cancelled', redone: 'Made again' },
    },
    place: (place) => `In the queue, place ${place}`,
  },
};
