import { type CommandWords, HIGHEST_MOVE, wordIndex } from '../command-words';
import { mayHeat } from './heats';
import { hasManners } from './manners';

const bit = (letter: string): number => 1 << wordIndex(letter);
const G = 0x47;
const M = 0x4d;
const COMMAND_LETTERS = bit('G') | bit('M');
const MOVE_LETTERS = [...'XYZEFIJRP'].reduce((bits, letter) => bits | bit(letter), 0);
const POSITIONS = bit('X') | bit('Y') | bit('Z');
const E = bit('E');

const NEW_ORIGIN = 92;
const HIGHEST_TOOL = 15;
const TOOL_SLOT = 0;
const FIRST_G = 1;
const G_CODES = 256;
const FIRST_M = FIRST_G + G_CODES;
const M_CODES = 1024;
export const ORDINARY_SLOTS = FIRST_M + M_CODES;

/** Commands that heat, or that are harmless in some manners only. */
const CLOSELY = Uint8Array.from({ length: ORDINARY_SLOTS }, (_, slot) => {
  const name = ordinaryName(slot);
  return mayHeat(name) || hasManners(name) || name === 'M110' ? 1 : 0;
});

/** Name of the rule for what `ordinarySlot` answered. */
export function ordinaryName(slot: number): string {
  if (slot === TOOL_SLOT) return 'T';
  return slot < FIRST_M ? `G${slot - FIRST_G}` : `M${slot - FIRST_M}`;
}

/**
 * A small number for a command that its letter and code say everything about, which is nearly every line of a file;
 * -1 for one that must be read closely (`readCommand`). Both readings agree where both apply.
 */
export function ordinarySlot(words: CommandWords): number {
  if (!words.plain || (words.letters & COMMAND_LETTERS) !== 0) return -1;
  const { letter, code } = words;
  if (letter === G) {
    if (code <= HIGHEST_MOVE) return isClearMove(words) ? FIRST_G + code : -1;
    if (code === NEW_ORIGIN && (words.letters & ~E) !== 0) return -1;
    return code < G_CODES ? unlessClose(FIRST_G + code) : -1;
  }
  if (letter === M) return code < M_CODES ? unlessClose(FIRST_M + code) : -1;
  return letter !== 0 && code <= HIGHEST_TOOL ? TOOL_SLOT : -1;
}

/** A position without a number is 0 to Prusa-Firmware, and nothing to Marlin. */
const isClearMove = ({ letters, numbered }: CommandWords): boolean =>
  ((letters & ~MOVE_LETTERS) | (letters & POSITIONS & ~numbered)) === 0;

const unlessClose = (slot: number): number => (CLOSELY[slot] === 1 ? -1 : slot);
