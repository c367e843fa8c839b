import { addWords } from '../../i18n/add-words';
import '../activity/add-activity-words';
import { en, fr } from './words';

addWords('conventions', { fr, en });
