import { isStep, type Step } from './steps';

const KEY = 'pandafab-start';

/** What an administrator has decided about the installation. */
export interface StartChoices {
  /** The steps that they put off. */
  readonly later: readonly Step[];
  /** The reminder on the wall is not wanted any more. */
  readonly isHidden: boolean;
}

const NONE: StartChoices = { later: [], isHidden: false };

/** Kept in this browser: it is one person's wish, and nothing of the service depends on it. */
export function readChoices(storage: Pick<Storage, 'getItem'> = window.localStorage): StartChoices {
  try {
    const kept = JSON.parse(storage.getItem(KEY) ?? '{}') as { later?: unknown; isHidden?: unknown };
    const later = Array.isArray(kept.later) ? kept.later.map(String).filter(isStep) : [];
    return { later, isHidden: kept.isHidden === true };
  } catch {
    return NONE;
  }
}

/** A full or forbidden storage forgets the choice; nothing else happens. */
export function keepChoices(
  choices: StartChoices,
  storage: Pick<Storage, 'setItem'> = window.localStorage,
): void {
  try {
    storage.setItem(KEY, JSON.stringify(choices));
  } catch {
    // Asked again next time.
  }
}
