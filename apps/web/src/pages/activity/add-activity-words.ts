import { addWords } from '../../i18n/add-words';
import { en, fr } from './words';

/** The words of indicators, which several pages show. */
addWords('activity', { fr, en });
