/** What stands in the fields of a form: texts, and ticks of check boxes. */
export type Typed = Readonly<Record<string, string | boolean>>;

/** The part of the browser's storage that drafts use: of one tab, until it is closed. */
type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

interface Kept {
  readonly initial: Typed;
  readonly typed: Typed;
}

const keyOf = (name: string): string => `pandafab-draft-${name}`;

/** The name under which a person's draft is kept: another person who signs in in this tab must not read it. */
export const draftName = (accountId: string | undefined, name: string): string =>
  `${accountId ?? ''}-${name}`;

/** A draft is worth keeping when a person typed something; a full or forbidden storage must not disturb the form. */
export function keepDraft(storage: Storage, name: string, initial: Typed, typed: Typed): void {
  try {
    const isUnchanged = Object.entries(typed).every(([field, value]) => initial[field] === value);
    if (isUnchanged) storage.removeItem(keyOf(name));
    else storage.setItem(keyOf(name), JSON.stringify({ initial, typed } satisfies Kept));
  } catch {
    // The fields themselves still hold what was typed.
  }
}

export function forgetDraft(storage: Storage, name: string): void {
  try {
    storage.removeItem(keyOf(name));
  } catch {
    // Nothing was kept.
  }
}

/**
 * The draft of a form, if it was begun from the same values: a draft of older values would undo the change of another person.
 * Unknown fields are left out, so that a draft of an earlier version of the page does no harm.
 */
export function draftOf<Values extends Typed>(
  storage: Storage,
  name: string,
  initial: Values,
): Partial<Values> | undefined {
  try {
    const kept = JSON.parse(storage.getItem(keyOf(name)) ?? 'null') as Kept | null;
    if (!kept || JSON.stringify(kept.initial) !== JSON.stringify(initial)) return undefined;
    const known = Object.entries(kept.typed).filter(
      ([field, value]) => typeof initial[field] === typeof value,
    );
    return Object.fromEntries(known) as Partial<Values>;
  } catch {
    return undefined;
  }
}
