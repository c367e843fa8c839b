import { ambiguity } from './ambiguity';
import { type Heat, heatsOf } from './heats';
import { isText, mannerOf } from './manners';

/** A command as the most dangerous firmware would take it. */
export interface Reading {
  /** Name of the rule for it: `M104`, `T`, `SET_FAN_SPEED`, `M302:cold`, `*second`. */
  readonly rule: string;
  readonly heats: readonly Heat[];
}

const NUMBERED = /^([GMT])([ \t]*)(\d+)(\.\d*)?/i;
const NAMED = /^[A-Z_][A-Z0-9_]*/i;
/** Marlin's MAX_EXTRUDERS is 8; Klipper and RepRapFirmware know more. */
const HIGHEST_TOOL = 15;
const MOVES = new Set(['G0', 'G1', 'G2', 'G3']);
const STEERING = new Set([...MOVES, 'G20', 'G21', 'G28', 'G90', 'G91', 'G92']);
/** Control characters end lines or commands somewhere; 0xff begins MeatPack's own commands (Marlin's meatpack.cpp). */
const CONTROL = /[\x00-\x08\x0a-\x1f\x7f\xff]/;
/** Of a rule (guardRulesSchema). */
const LONGEST_NAME = 64;
const nothing: readonly Heat[] = [];

/**
 * Reads a command closely: what it is called and what it heats. The text is without number, checksum and comment,
 * one character a byte. Where firmwares differ, the reading is the dangerous one; what cannot be read is named with
 * an asterisk.
 */
export function readCommand(text: string): Reading {
  if (CONTROL.test(text)) return { rule: '*unreadable', heats: nothing };
  // Marlin's queue.cpp looks for M110 anywhere in a line, and takes the N behind it for the line's number.
  if (/M110/i.test(text)) return { rule: 'M110', heats: nothing };
  const numbered = NUMBERED.exec(text);
  if (!numbered) return readNamed(text);
  const [head, letter = '', gap = '', digits = '', subcode] = numbered;
  const name = nameOf(letter.toUpperCase(), digits);
  const rest = text.slice(head.length);
  // The words that moves are followed by take blanks only, and six digits.
  if (gap.includes('\t') || digits.length > 6) return { rule: '*unreadable', heats: nothing };
  if (STEERING.has(name) && subcode) return { rule: '*unfollowed', heats: nothing };
  const odd = isText(name) ? null : ambiguity(rest, { name, isMove: MOVES.has(name) });
  return { rule: odd ?? mannerOf(name, rest), heats: heatsOf(name, rest) };
}

function nameOf(letter: string, digits: string): string {
  const number = digits.replace(/^0+(?=\d)/, '');
  return letter === 'T' && Number(number) <= HIGHEST_TOOL ? 'T' : `${letter}${number}`;
}

/** A macro, Klipper's own commands, a host's command, or nothing that anybody knows. */
function readNamed(text: string): Reading {
  const name = (NAMED.exec(text)?.[0] ?? text.charAt(0)).toUpperCase();
  const rest = text.slice(name.length);
  // Python takes the digits of every script for numbers, and makes capitals of letters that are none here.
  if (/[\x80-\xff]/.test(rest) && !isText(name)) return { rule: '*unreadable', heats: nothing };
  return { rule: mannerOf(name, rest).slice(0, LONGEST_NAME), heats: heatsOf(name, rest) };
}
