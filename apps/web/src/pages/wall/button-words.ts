import type { TFunction } from 'i18next';

/** The names of firmware buttons (Marlin's host_actions.cpp, pause.cpp and runout.cpp; Klipper's macros). */
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

/** A known button in the reader's language; any other with the machine's own text. */
export function buttonWords(text: string, t: TFunction): string {
  const name = text.toLowerCase().replace(/[^a-z]/g, '');
  return [...KNOWN, ...MORE].includes(name) ? t(`wall.button.${name}`) : text;
}
