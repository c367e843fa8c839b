import { type CommandWords, HIGHEST_MOVE, wordIndex } from '../command-words';
import { mayHeat } from './heats';
import { hasManners } from './manners';
import { isStrict } from './takes';

const bit = (letter: string): number => 1 << wordIndex(letter);
const bits = (letters: string): number => [...letters].reduce((found, letter) => found | bit(letter), 0);
const G = 0x47;
const M = 0x4d;
const COMMAND_LETTERS = bit('G') | bit('M');
const MOVE_LETTERS = bits('XYZEF');
const ARC_LETTERS = bits('XYZEFIJRP');
const POSITIONS = bits('XYZ');
const CENTRE = bits('IJ');
/** An arc with none of these has no centre: Marlin skips it (G2_G3.cpp), Prusa-Firmware goes to its end. */
const [I_WORD, J_WORD, R_WORD] = [wordIndex('I'), wordIndex('J'), wordIndex('R')];
const R = bit('R');
const E = bit('E');

const NEW_ORIGIN = 92;
const HIGHEST_TOOL = 15;
const TOOL_SLOT = 0;
const FIRST_G = 1;
const BARE = 2;
const G_CODES = 256;
const FIRST_M = FIRST_G + G_CODES;
const M_CODES = 1024;
export const ORDINARY_SLOTS = FIRST_M + M_CODES;

/** G21, G90 and G91 are between moves in some files: they have no parameters, so they are handled here. */
const TAKES_NOTHING = new Set([FIRST_G + 21, FIRST_G + 90, FIRST_G + 91]);
/** Commands whose every parameter matters, that heat, or that are harmless only in some manners. */
const CLOSELY = Uint8Array.from({ length: ORDINARY_SLOTS }, (_, slot) => {
  const name = ordinaryName(slot);
  if (TAKES_NOTHING.has(slot)) return BARE;
  return isStrict(name) || mayHeat(name) || hasManners(name) || name === 'M110' ? 1 : 0;
});

/** Name of the rule for a result of `ordinarySlot`. */
export function ordinaryName(slot: number): string {
  if (slot === TOOL_SLOT) return 'T';
  return slot < FIRST_M ? `G${slot - FIRST_G}` : `M${slot - FIRST_M}`;
}

/**
 * A small number for a command that its letter and code fully describe, which is nearly every line of a file; -1 for one
 * that must be read closely (`readCommand`). Both readings agree when both apply.
 */
export function ordinarySlot(words: CommandWords): number {
  if (!words.plain || (words.letters & COMMAND_LETTERS) !== 0) return -1;
  const { letter, code } = words;
  if (letter === G) {
    if (code <= HIGHEST_MOVE) return isClearMove(words) ? FIRST_G + code : -1;
    if (code === NEW_ORIGIN && words.letters !== E) return -1;
    return code < G_CODES ? unlessClose(FIRST_G + code, words) : -1;
  }
  if (letter === M) return code < M_CODES ? unlessClose(FIRST_M + code, words) : -1;
  return letter !== 0 && code <= HIGHEST_TOOL && words.letters === 0 ? TOOL_SLOT : -1;
}

/** Prusa-Firmware reads a position without a number as 0, and Marlin ignores it; of R with I or J each uses one. */
function isClearMove(words: CommandWords): boolean {
  const { code, letters, numbered } = words;
  if ((letters & POSITIONS & ~numbered) !== 0) return false;
  if (code <= 1) return (letters & ~MOVE_LETTERS) === 0;
  const clear = (letters & ~ARC_LETTERS) === 0 && ((letters & R) === 0 || (letters & CENTRE) === 0);
  return clear && (words.value(I_WORD) !== 0 || words.value(J_WORD) !== 0 || words.value(R_WORD) !== 0);
}

function unlessClose(slot: number, { letters }: CommandWords): number {
  const close = CLOSELY[slot] as number;
  return close === 0 || (close === BARE && letters === 0) ? slot : -1;
}
