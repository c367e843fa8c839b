import * as wall from '../pages/wall/words';
import * as en from './en';
import * as fr from './fr';

/**
 * What the first page says. Words stand beside their page, and French decides what there is to say; every other page
 * brings its own when it comes (add-words.ts).
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
