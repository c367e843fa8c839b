import type { TFunction } from 'i18next';

/** How firmwares call their buttons (Marlin's host_actions.cpp, pause.cpp and runout.cpp; Klipper's macros). */
const KNOWN = [
  'continue',
  'resume',
  'purgemore',
  'disablerunout',
  'reheat',
  'reheatdone',
  'dismiss',
  'yes',
  'no',
];
const MORE = ['ok', 'cancel', 'abort', 'stop', 'retry', 'done', 'load', 'unload'];

/** A button in the reader's words where it is one that is known; a machine's own words as they are. */
export function buttonWords(text: string, t: TFunction): string {
  const name = text.toLowerCase().replace(/[^a-z]/g, '');
  return [...KNOWN, ...MORE].includes(name) ? t(`wall.button.${name}`) : text;
}
