import { ambiguity, disguise } from './ambiguity';
import { heardAs } from './dropped';
import { type Heat, heatsOf } from './heats';
import { isIdle } from './idle';
import { macroReading } from './macros';
import { isText, mannerOf, ownManner } from './manners';
import { isExpression, placeholderIn } from './placeholders';
import { isStrict } from './takes';

/** A command as the most dangerous firmware would read it. */
export interface Reading {
  /** Name of the rule for it: `M104`, `T`, `SET_FAN_SPEED`, `M302:cold`, `*second`. */
  readonly rule: string;
  readonly heats: readonly Heat[];
  /** The wrong piece of the command, if any: a placeholder. */
  readonly part?: string;
  /** A macro that leaves the tool at an unknown position. */
  readonly wanders?: boolean;
}

const NUMBERED = /^([GMT])([ \t]*)(\d+)(\.\d*)?/i;
/** `T?` asks the person at a Prusa for a tool. */
const BARE_TOOL = /^[ \t]*\??[ \t]*$/;
const NAMED = /^[A-Z_][A-Z0-9_]*/i;
/** Marlin's MAX_EXTRUDERS is 8; Klipper and RepRapFirmware know more. */
const HIGHEST_TOOL = 15;
const STEERING = new Set(['G0', 'G1', 'G2', 'G3', 'G20', 'G21', 'G28', 'G90', 'G91', 'G92']);
/** Control characters end lines or commands somewhere; 0xff begins MeatPack's own commands (Marlin's meatpack.cpp). */
const CONTROL = /[\x00-\x08\x0a-\x1f\x7f\xff]/;
/** Marlin's queue.cpp looks for it anywhere in a line, and takes the N behind it for the line's number. */
const RENUMBERS = /M110/i;
/** Of a rule (guardRulesSchema). */
const LONGEST_NAME = 64;
/** Prusa's Buddy firmware heats a tool that will soon be used (M104_1.cpp). */
const PREHEAT = /^M104\.1(?: [TPQS]\d+(?:\.\d+)?)+$/;
/** It parks its tool with this (P.cpp, T.cpp): with X, Y or Z it would move there. */
const PARKS_TOOL = /^P0(?: [FSLD]\d+)*$/;
const nothing: readonly Heat[] = [];
const unreadable: Reading = { rule: '*unreadable', heats: nothing };
const idle: Reading = { rule: '*idle', heats: nothing };
/** A text for the screen, and a name: with control characters they are left out. */
const SHOWN = /^(?:M117|M118|M486)(?!\d)/;

/**
 * Reads a command closely: its name and the heaters that it sets. The text is without number, checksum and comment, one
 * character per byte. When firmwares differ, the most dangerous reading is used; a command that cannot be read gets a name
 * with an asterisk.
 */
export function readCommand(text: string): Reading {
  const reading = readLine(text);
  const { rule, heats } = reading;
  const isPlain = !rule.startsWith('*') && !rule.includes(':');
  return isPlain && heats.some(heatsChamber) ? { ...reading, rule: `${rule}:chamber` } : reading;
}

/** A lower target needs no heater: Prusa's CORE One opens its vents by `M141 S20`. */
const COOLEST_CHAMBER_C = 25;
const heatsChamber = ({ heater, celsius }: Heat): boolean =>
  heater === 'chamber' && celsius > COOLEST_CHAMBER_C;

function readLine(text: string): Reading {
  if (isIdle(text)) return idle;
  if (CONTROL.test(text))
    return SHOWN.test(text) ? { rule: `${text.slice(0, 4)}:escaped`, heats: nothing } : unreadable;
  const numbered = NUMBERED.exec(text);
  if (!numbered) return readNamed(text);
  const [head, , gap = '', digits = ''] = numbered;
  const name = nameOf(numbered);
  const heard = heardAs(text);
  // The words that moves are followed by take blanks only, and six digits.
  if (gap.includes('\t') || digits.length > 6 || !heard.every((each) => isCalled(name, each)))
    return unreadable;
  if (!isText(name)) return heard.length > 1 ? unreadable : readWords(text, numbered);
  if (heard.some((each) => RENUMBERS.test(each))) return { rule: 'M110', heats: nothing };
  const rests = heard.map((each) => each.slice(head.length));
  return { rule: mannerOf(name, rests, head), heats: nothing };
}

function readWords(text: string, numbered: RegExpExecArray): Reading {
  const unfilled = unfilledIn(text);
  if (unfilled) return unfilled;
  const name = nameOf(numbered);
  const rest = text.slice(numbered[0].length);
  const odd = () => {
    const manner = oddity(text, numbered);
    return manner && `${name}:${manner}`;
  };
  const rule = disguise(rest, name) ?? ownManner(name, rest) ?? odd() ?? mannerOf(name, [rest], numbered[0]);
  return { rule, heats: heatsOf(name, rest) };
}

/** A placeholder or formula that the slicer should have replaced; null without one. */
function unfilledIn(text: string): Reading | null {
  const part = placeholderIn(text);
  if (part !== undefined) return { rule: '*placeholder', heats: nothing, part };
  return isExpression(text) ? { rule: '*expression', heats: nothing } : null;
}

/** The manner of a command that moves, heats or sets a mode, if it is unusual; null for others. */
function oddity(text: string, numbered: RegExpExecArray): string | null {
  const [head, , , , subcode] = numbered;
  const name = nameOf(numbered);
  if (!STEERING.has(name) && !isStrict(name)) return null;
  if (name === 'M104' && subcode === '.1' && PREHEAT.test(text)) return 'preheat';
  if (subcode) return STEERING.has(name) ? 'unfollowed' : 'ambiguous';
  // Small letters, blanks and zeros before the number: Marlin and Klipper each ignore some such commands.
  if (head !== `${head.charAt(0)}${Number(head.slice(1))}` || /[a-z]/.test(text)) return 'ambiguous';
  return ambiguity(text.slice(head.length), name);
}

function nameOf([, letter = '', , digits = '']: readonly string[]): string {
  const number = digits.replace(/^0+(?=\d)/, '');
  return letter.toUpperCase() === 'T' && Number(number) <= HIGHEST_TOOL
    ? 'T'
    : `${letter.toUpperCase()}${number}`;
}

function isCalled(name: string, text: string): boolean {
  const numbered = NUMBERED.exec(text);
  return numbered !== null && nameOf(numbered) === name;
}

/** A macro, one of Klipper's own commands, a host's command, or an unknown one. */
function readNamed(text: string): Reading {
  const name = (NAMED.exec(text)?.[0] ?? text.charAt(0)).toUpperCase();
  const rest = text.slice(name.length);
  // A tool without its number: Prusa-Firmware looks for a G or M in all of the line first, and none needs a number there.
  if (name.startsWith('T') && name.length <= 2 && !BARE_TOOL.test(rest)) return unreadable;
  if (isText(name) || name === '@')
    return { rule: mannerOf(name, [rest]).slice(0, LONGEST_NAME), heats: nothing };
  const unfilled = unfilledIn(text);
  if (unfilled) return { ...unfilled, wanders: true };
  if (name === 'P0')
    return { rule: PARKS_TOOL.test(text) ? name : `${name}:parameter`, heats: nothing, wanders: true };
  // Python takes the digits of every script for numbers, makes capitals of letters that are none here, and drops `\\`.
  if (/[\\\x80-\xff]/.test(rest)) return unreadable;
  return macroReading(name.slice(0, LONGEST_NAME), rest);
}
