import { addWords } from '../../i18n/add-words';
import { en, fr } from './words';

addWords('lab-session', { fr, en });
