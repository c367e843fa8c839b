/** Parameters that moves have everywhere: positions, feed rate, and what describes an arc. */
const MOVE_LETTERS = /^[XYZEFIJRP]+$/;
const BLANK = '[ \\t]*';
// No part of these can match in two ways: a hostile line would be tried in all of them.
const NUMBER = '[-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)';
const PLAIN_WORDS = new RegExp(`^${BLANK}(?:[A-Z](?: *${NUMBER})?${BLANK})*$`, 'i');
/** `1E5`: an exponent to firmware that uses strtod (Prusa-Firmware's code_value), an extruder's 5 to others. */
const EXPONENT = /[\d.]E[-+]?0*[1-9]/i;
const HEXADECIMAL = /(?:^|[^\d.])0X[0-9A-F]/i;
/** A position without a number: 0 to Prusa-Firmware (code_value), nothing to Marlin (seenval). */
const BARE_POSITION = /[XYZ] *(?:[A-Z\t]|$)/i;
/** All that G92 has everywhere; where none of these is there, it is everything. */
const ORIGIN_LETTERS = /^[XYZE]*$/;
const QUOTED = /"[^"]*"?/g;

export interface Named {
  readonly name: string;
  readonly isMove: boolean;
}

/** The rule for a way of writing that firmwares read differently, or that cannot be followed; null for a clear one. */
export function ambiguity(rest: string, { name, isMove }: Named): string | null {
  if (/[{}]/.test(rest)) return '*expression';
  if (/[\x80-\xff]/.test(rest)) return '*unreadable';
  const words = rest.replace(QUOTED, ' ');
  // RepRapFirmware and Smoothieware carry out both commands of a line, Prusa-Firmware the first G in it.
  if (/[GM]/i.test(words) || /[GM][ \t]*\d/i.test(rest)) return '*second';
  if (/\d[ \t]*T[ \t]*\d/i.test(words) && isMove) return '*second';
  if (isMove) return ambiguousMove(rest);
  if (name === 'G28') return isPlain(rest) ? null : '*ambiguous';
  return name === 'G92' && !isClearOrigin(rest) ? '*ambiguous' : null;
}

const lettersOf = (rest: string): string => rest.toUpperCase().replace(/[^A-Z]/g, '');
const isClearOrigin = (rest: string): boolean =>
  hasClearPositions(rest) && ORIGIN_LETTERS.test(lettersOf(rest));
const hasClearPositions = (rest: string): boolean =>
  isPlain(rest) && ![BARE_POSITION, EXPONENT, HEXADECIMAL].some((way) => way.test(rest));

function ambiguousMove(rest: string): string | null {
  if (!hasClearPositions(rest)) return '*ambiguous';
  const letters = lettersOf(rest);
  return letters === '' || MOVE_LETTERS.test(letters) ? null : '*unfollowed';
}

/** Each letter once, with a number or none, and nothing else. */
function isPlain(rest: string): boolean {
  const letters = lettersOf(rest);
  return PLAIN_WORDS.test(rest) && new Set(letters).size === letters.length;
}
