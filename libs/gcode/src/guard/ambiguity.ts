import { misunderstood } from './takes';

/** Parameters of moves in all firmwares: positions and feed rate, and those of an arc. */
const MOVE_LETTERS = /^[XYZEF]+$/;
const ARC_LETTERS = /^[XYZEFIJRP]+$/;
/** Prusa-Firmware does not know R, and uses I and J; others use R (Marlin's G2_G3.cpp). */
const TWO_CENTRES = /R[^R]*[IJ]|[IJ].*R/;
const BLANK = '[ \\t]*';
// No part of these can match in two ways: otherwise a hostile line could cause endless backtracking.
const NUMBER = '[-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)';
const PLAIN_WORDS = new RegExp(`^${BLANK}(?:[A-Z](?: *${NUMBER})?${BLANK})*$`, 'i');
/** `1E5`: an exponent for firmware that uses strtod (Prusa-Firmware's code_value), E5 for others. */
const EXPONENT = /[\d.]E[-+]?0*[1-9]/i;
const HEXADECIMAL = /(?:^|[^\d.])0X[0-9A-F]/i;
/** A position without a number: 0 for Prusa-Firmware (code_value), ignored by Marlin (seenval). */
const BARE_POSITION = /[XYZ] *(?:[A-Z\t]|$)/i;
/** The axes of G92 in all firmwares. Without words it means all axes in Klipper (gcode_move.py) and none in Marlin (G92.cpp). */
const ORIGIN_LETTERS = /^[XYZE]+$/;
/** An arc in which all of these are 0 goes straight to its end or is skipped, depending on the firmware. */
const CENTRE = /[IJR] *[-+]?[0.]*[1-9]/i;
const QUOTED = /"[^"]*"?/g;

/** `G29 G` of Prusa's Buddy firmware soaks the bed: a flag, and no second command. */
const LONE_G = /^ *G *$/;

const MOVES = new Set(['G0', 'G1', 'G2', 'G3']);

/** The rule for a line that some firmware does not read as one command; null when all do. */
export function disguise(rest: string, name: string): string | null {
  if (/[\x80-\xff]/.test(rest)) return '*unreadable';
  const words = rest.replace(QUOTED, ' ').replace(name === 'G29' ? LONE_G : '', '');
  // RepRapFirmware and Smoothieware execute both commands of a line, Prusa-Firmware the first G in it.
  if (/[GM]/i.test(words) || /[GM][ \t]*\d/i.test(rest)) return '*second';
  return MOVES.has(name) && /\d[ \t]*T[ \t]*\d/i.test(words) ? '*second' : null;
}

/**
 * The manner of a command that moves, heats or sets a mode, when firmwares read it differently or it cannot be followed;
 * null for a clear one.
 */
export function ambiguity(rest: string, name: string): string | null {
  if (MOVES.has(name)) return ambiguousMove(rest, name);
  if (name === 'G92') return isClearOrigin(rest) ? null : 'ambiguous';
  return isPlain(rest) ? misunderstood(name, rest) : 'ambiguous';
}

const lettersOf = (rest: string): string => rest.toUpperCase().replace(/[^A-Z]/g, '');
const isClearOrigin = (rest: string): boolean =>
  hasClearPositions(rest) && ORIGIN_LETTERS.test(lettersOf(rest));
const hasClearPositions = (rest: string): boolean =>
  isPlain(rest) && ![BARE_POSITION, EXPONENT, HEXADECIMAL].some((way) => way.test(rest));

function ambiguousMove(rest: string, name: string): string | null {
  if (!hasClearPositions(rest) || TWO_CENTRES.test(rest)) return 'ambiguous';
  const letters = lettersOf(rest);
  const isArc = name === 'G2' || name === 'G3';
  const known = isArc ? ARC_LETTERS : MOVE_LETTERS;
  if (isArc && known.test(letters) && !CENTRE.test(rest)) return 'ambiguous';
  return letters === '' || known.test(letters) ? null : 'unfollowed';
}

/** Each letter once, with a number or none, and nothing else. */
function isPlain(rest: string): boolean {
  const letters = lettersOf(rest);
  return PLAIN_WORDS.test(rest) && new Set(letters).size === letters.length;
}
