import { addWords } from '../../i18n/add-words';
import { en, fr } from './words';

export { settingsOf } from './entries';

// For the palette, which names the pages of the settings before they are opened.
addWords('settings', { fr, en });
