import { misunderstood } from './takes';

/** Parameters that moves have everywhere: positions and feed rate, and what describes an arc. */
const MOVE_LETTERS = /^[XYZEF]+$/;
const ARC_LETTERS = /^[XYZEFIJRP]+$/;
/** Prusa-Firmware knows no R, and takes I and J; others take R (Marlin's G2_G3.cpp). */
const TWO_CENTRES = /R[^R]*[IJ]|[IJ].*R/;
const BLANK = '[ \\t]*';
// No part of these can match in two ways: a hostile line would be tried in all of them.
const NUMBER = '[-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)';
const PLAIN_WORDS = new RegExp(`^${BLANK}(?:[A-Z](?: *${NUMBER})?${BLANK})*$`, 'i');
/** `1E5`: an exponent to firmware that uses strtod (Prusa-Firmware's code_value), an extruder's 5 to others. */
const EXPONENT = /[\d.]E[-+]?0*[1-9]/i;
const HEXADECIMAL = /(?:^|[^\d.])0X[0-9A-F]/i;
/** A position without a number: 0 to Prusa-Firmware (code_value), nothing to Marlin (seenval). */
const BARE_POSITION = /[XYZ] *(?:[A-Z\t]|$)/i;
/** All that G92 has everywhere. Bare, it is everything to Klipper (gcode_move.py) and nothing to Marlin (G92.cpp). */
const ORIGIN_LETTERS = /^[XYZE]+$/;
/** An arc without one that is not 0 goes to its end or is left out, by the firmware. */
const CENTRE = /[IJR] *[-+]?[0.]*[1-9]/i;
const QUOTED = /"[^"]*"?/g;

/** `G29 G` of Prusa's Buddy firmware soaks the bed: a flag, and no second command. */
const LONE_G = /^ *G *$/;

const MOVES = new Set(['G0', 'G1', 'G2', 'G3']);

/** The rule for what some firmware does not take for one command; null for a line that all do. */
export function disguise(rest: string, name: string): string | null {
  if (/[\x80-\xff]/.test(rest)) return '*unreadable';
  const words = rest.replace(QUOTED, ' ').replace(name === 'G29' ? LONE_G : '', '');
  // RepRapFirmware and Smoothieware carry out both commands of a line, Prusa-Firmware the first G in it.
  if (/[GM]/i.test(words) || /[GM][ \t]*\d/i.test(rest)) return '*second';
  return MOVES.has(name) && /\d[ \t]*T[ \t]*\d/i.test(words) ? '*second' : null;
}

/**
 * The manner of a command that moves, heats or says how, where firmwares read it differently or nobody can follow it;
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
