import * as jobs from '../pages/jobs/words';
import * as machine from '../pages/machine/words';
import * as submit from '../pages/submit/words';
import * as wall from '../pages/wall/words';
import * as en from './en';
import * as fr from './fr';

/**
 * Each page's words stand beside it; French decides what there is to say. Pages that most people never open bring their
 * own (add-words.ts).
 */
export const words = {
  fr: {
    ...fr.common,
    wall: wall.fr,
    submit: submit.fr,
    jobs: jobs.fr,
    machine: machine.fr,
  },
  en: {
    ...en.common,
    wall: wall.en,
    submit: submit.en,
    jobs: jobs.en,
    machine: machine.en,
  },
};
