import * as wall from '../pages/wall/words';
import * as en from './en';
import * as fr from './fr';

/**
 * The texts of the first page. Each page keeps its texts in its own folder, and the French ones define the keys; every
 * other page adds its texts when it is loaded (add-words.ts).
 */
export const words = {
  fr: {
    ...fr.common,
    wall: wall.fr,
  },
  en: {
    ...en.common,
    wall: wall.en,
  },
};
