import * as machine from '../pages/machine/words';
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
    machine: machine.fr,
  },
  en: {
    ...en.common,
    wall: wall.en,
    machine: machine.en,
  },
};
