const LETTER_A = 0x41;
const LETTER_Z = 0x5a;
const ZERO = 0x30;
const LF = 0x0a;
const CR = 0x0d;
const SEMICOLON = 0x3b;
const SPACE = 0x20;
const POINT = 0x2e;
const MINUS = 0x2d;
const PLUS = 0x2b;
const OPEN = 0x28;
const CLOSE = 0x29;

/** No machine is a thousand kilometres wide: larger numbers are noise, and must not become Infinity. */
const LARGEST = 1e9;

const POWERS_OF_TEN = Float64Array.from({ length: 23 }, (_, exponent) => 10 ** exponent);

/** This number of digits fits V8's small integers, which need no memory; slicers write fewer. */
const MOST_QUICK_DIGITS = 9;
const MOST_CODE_DIGITS = 4;
/** The result of `parseOrdinary` for a line that `parse` must read. */
export const NOT_ORDINARY = -1;

const letterIndex = (byte: number): number => {
  const index = (byte & 0xdf) - LETTER_A;
  return index >= 0 && index < 26 && byte >= LETTER_A ? index : -1;
};

/** G0 to G3 move the tool; nearly every line of a file does. */
export const HIGHEST_MOVE = 3;

/** Index of a parameter letter, for `has` and `value`. */
export const wordIndex = (letter: string): number => letter.charCodeAt(0) - LETTER_A;

/**
 * One command as firmware reads it: its letter and number, and its parameters. Read as loosely as Marlin does
 * (Marlin/src/gcode/parser.cpp): small letters, no blanks, leading zeros; and without exponents, so that the E of
 * `X1E5` is an extruder's.
 */
export class CommandWords {
  /** `G`, `M` or `T` as a character code; 0 for any other line. */
  letter = 0;
  code = -1;
  /**
   * True where every firmware reads the line alike: capitals, no blank or zero in front of the command's number, each
   * letter once, with a decimal number or none, and nothing else. A line that is not plain may be harmless, but the guard checks it closely.
   */
  plain = false;
  /** A bit for each letter in the command: A is bit 0. */
  letters = 0;
  /** A bit for each letter that has a number. */
  numbered = 0;
  /** The numbers, by letter: only those of `numbered` are this command's. */
  readonly values = new Float64Array(26);
  private at = 0;

  parse(bytes: Uint8Array, start: number, end: number): void {
    this.letter = 0;
    this.code = -1;
    this.plain = true;
    this.letters = 0;
    this.numbered = 0;
    this.at = start;
    const letter = (bytes[start] as number) & 0xdf;
    if (letter !== 0x47 && letter !== 0x4d && letter !== 0x54) return;
    if (letter !== bytes[start]) this.plain = false;
    if (!this.readCode(bytes, end)) return;
    this.letter = letter;
    this.readParameters(bytes, end);
  }

  /** The end of the command that `parseOrdinary` read, without trailing blanks. */
  ordinaryEnd = 0;

  /**
   * Reads a line as slicers write nearly all of them, in one pass from its letter to its end: capitals, a blank
   * before each parameter, every parameter once and with a number of few digits. All other
   * lines are left to `parse`, which reads everything, but slower. For lines that both can read, the results are equal.
   * @param bytes hold a line feed at or after `start`, so no step checks for their end
   * @returns the start of the command's comment or line end, or NOT_ORDINARY
   */
  parseOrdinary(bytes: Uint8Array, start: number): number {
    const letter = bytes[start] as number;
    if (letter !== 0x47 && letter !== 0x4d && letter !== 0x54) return NOT_ORDINARY;
    let at = start + 1;
    let code = 0;
    let byte = bytes[at] as number;
    for (; byte >= ZERO && byte <= 0x39; byte = bytes[++at] as number) code = code * 10 + (byte - ZERO);
    if (at === start + 1 || at - start > MOST_CODE_DIGITS + 1) return NOT_ORDINARY;
    if (bytes[start + 1] === ZERO && at > start + 2) return NOT_ORDINARY;
    const { values } = this;
    let present = 0;
    let commandEnd = at;
    while (byte === SPACE) {
      byte = bytes[++at] as number;
      if (byte < LETTER_A || byte > LETTER_Z) continue;
      const index = byte - LETTER_A;
      if ((present & (1 << index)) !== 0) return NOT_ORDINARY;
      present |= 1 << index;
      byte = bytes[++at] as number;
      const negative = byte === MINUS;
      if (negative) byte = bytes[++at] as number;
      const first = at;
      let digits = 0;
      for (; byte >= ZERO && byte <= 0x39; byte = bytes[++at] as number) {
        if (at - first >= MOST_QUICK_DIGITS) return NOT_ORDINARY;
        digits = digits * 10 + (byte - ZERO);
      }
      let value = digits;
      if (byte === POINT) {
        const point = at;
        byte = bytes[++at] as number;
        for (; byte >= ZERO && byte <= 0x39; byte = bytes[++at] as number) {
          if (at - first > MOST_QUICK_DIGITS) return NOT_ORDINARY;
          digits = digits * 10 + (byte - ZERO);
        }
        if (at - first < 2) return NOT_ORDINARY;
        value = digits / (POWERS_OF_TEN[at - point - 1] as number);
      } else if (at === first) return NOT_ORDINARY;
      values[index] = negative ? -value : value;
      commandEnd = at;
    }
    if (byte !== LF && byte !== SEMICOLON && byte !== CR) return NOT_ORDINARY;
    this.letter = letter;
    this.code = code;
    this.plain = true;
    this.letters = present;
    this.numbered = present;
    this.ordinaryEnd = commandEnd;
    return at;
  }

  has(index: number): boolean {
    return (this.letters & (1 << index)) !== 0;
  }

  /** True where the parameter has a number: Marlin ignores a bare `E` in a move (`seenval`). */
  hasValue(index: number): boolean {
    return (this.numbered & (1 << index)) !== 0;
  }

  /** The parameter's number; 0 when it has none or is absent, as in Marlin. */
  value(index: number): number {
    return this.hasValue(index) ? (this.values[index] as number) : 0;
  }

  private readCode(bytes: Uint8Array, end: number): boolean {
    let at = this.at + 1;
    while (at < end && bytes[at] === SPACE) at++;
    let code = 0;
    const first = at;
    if (first > this.at + 1) this.plain = false;
    for (; at < end && at - first < 6; at++) {
      const digit = (bytes[at] as number) - 0x30;
      if (digit < 0 || digit > 9) break;
      code = code * 10 + digit;
    }
    if (at === first) return false;
    if (bytes[first] === ZERO && at > first + 1) this.plain = false;
    // G29.1 and the like: the part after the point chooses a variant of the same command.
    if (at < end && bytes[at] === POINT) {
      this.plain = false;
      for (at++; at < end && isDigit(bytes[at] as number); ) at++;
    }
    this.code = code;
    this.at = at;
    return true;
  }

  private readParameters(bytes: Uint8Array, end: number): void {
    while (this.at < end) {
      const byte = bytes[this.at] as number;
      this.at++;
      if (byte === OPEN) {
        while (this.at < end && bytes[this.at] !== CLOSE) this.at++;
        continue;
      }
      const index = letterIndex(byte);
      if (index < 0) {
        if (byte !== SPACE) this.plain = false;
        continue;
      }
      if (byte > LETTER_Z || this.has(index) || looksLikeNumber(bytes, this.at - 1)) this.plain = false;
      const value = this.readNumber(bytes, end);
      this.letters |= 1 << index;
      if (Number.isNaN(value)) continue;
      this.numbered |= 1 << index;
      this.values[index] = value;
    }
  }

  /** A decimal number at `at`, exact for the digits that slicers write; NaN without one. */
  private readNumber(bytes: Uint8Array, end: number): number {
    let at = this.at;
    while (at < end && bytes[at] === SPACE) at++;
    const begin = at;
    const negative = bytes[at] === MINUS;
    if (at < end && (negative || bytes[at] === PLUS)) at++;
    let digits = 0;
    let decimals = -1;
    let places = 0;
    let any = false;
    for (; at < end; at++) {
      const byte = bytes[at] as number;
      if (byte === POINT && decimals < 0) {
        decimals = 0;
      } else if (isDigit(byte)) {
        any = true;
        if (places < 17) {
          digits = digits * 10 + (byte - 0x30);
          if (digits > 0) places++;
          if (decimals >= 0) decimals++;
        } else if (decimals < 0) {
          digits = Math.min(digits * 10, LARGEST * 10);
        }
      } else break;
    }
    this.at = at;
    if (!any) {
      // A lone sign or point.
      if (at > begin) this.plain = false;
      return Number.NaN;
    }
    const value = Math.min(
      decimals > 0 ? digits / (POWERS_OF_TEN[Math.min(decimals, 22)] as number) : digits,
      LARGEST,
    );
    return negative ? -value : value;
  }
}

/** `1E5` and `0X1F`: to some firmware an exponent and a hexadecimal number, to others two words. */
const looksLikeNumber = (bytes: Uint8Array, at: number): boolean =>
  isDigit(bytes[at - 1] as number) &&
  (bytes[at] === 0x45 ||
    bytes[at] === 0x65 ||
    (((bytes[at] as number) & 0xdf) === 0x58 && bytes[at - 1] === 0x30));

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
