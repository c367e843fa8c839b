/**
 * Letters that are on the same key of French, English and German keyboards: a scanner types the code as a keyboard
 * does. Without digits, which need the shift key in France, and without letters that people confuse.
 */
export const CARD_LETTERS = 'BCDEFGHJKNPRSTUVX';
/** About 57 random bits. */
const CARD_LENGTH = 14;

/** A random code of a card. @param pick a random number from 0 to below its argument */
export const newCardCode = (pick: (below: number) => number): string =>
  Array.from({ length: CARD_LENGTH }, () => CARD_LETTERS[pick(CARD_LETTERS.length)]).join('');

/** A name as it may be shown at a door: the first name, and the first letter of the rest. */
export function doorName(displayName: string): string {
  const [first = '', second] = displayName.trim().split(/\s+/);
  const initial = [...(second ?? '')][0];
  return initial === undefined ? first : `${first} ${initial.toUpperCase()}.`;
}
