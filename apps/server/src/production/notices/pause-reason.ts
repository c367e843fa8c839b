import { inLanguage, type Language, type Wording } from '@pandafab/shared';

/** Why a machine paused by itself: nothing goes on until a person has done something at the machine. */
const REASONS: Readonly<Record<string, Wording>> = {
  command: {
    fr: 'Le fichier demande une pause, par exemple pour changer de filament.',
    en: 'The file asks for a pause, for example to change the filament.',
  },
  'filament-runout': {
    fr: 'Il n’y a plus de filament.',
    en: 'There is no filament left.',
  },
  firmware: {
    fr: 'La machine pose une question ou attend un geste.',
    en: 'The machine asks a question, or waits for a person’s hands.',
  },
  prompt: {
    fr: 'La machine pose une question.',
    en: 'The machine asks a question.',
  },
};

/** The kind of a pause, from a lab's report such as `command: Insert the nut`. */
export const pauseKindOf = (reason: string): string => reason.split(':')[0] ?? '';

/** True for a pause that the machine or the file asked for, and that a person at the machine can end. */
export const isForPerson = (reason: string): boolean => Object.hasOwn(REASONS, pauseKindOf(reason));

/** The reason in words, with the message of the file or the machine. */
export function pauseInWords(reason: string, language: Language): string | null {
  const wording = REASONS[pauseKindOf(reason)];
  if (!wording) return null;
  const message = reason.slice(pauseKindOf(reason).length + 1).trim();
  const quoted = language === 'fr' ? `« ${message} »` : `“${message}”`;
  return [inLanguage(wording, language), ...(message ? [quoted] : [])].join(' ');
}
