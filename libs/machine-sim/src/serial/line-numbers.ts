/** The result for a received line. */
export type Verdict =
  | { readonly kind: 'accepted'; readonly numbered: boolean }
  | { readonly kind: 'dropped' }
  | { readonly kind: 'refused'; readonly error: string };

const ACCEPTED: Verdict = { kind: 'accepted', numbered: true };
const UNNUMBERED: Verdict = { kind: 'accepted', numbered: false };
const DROPPED: Verdict = { kind: 'dropped' };

/** XOR of the first `length` characters. A separate implementation on purpose: the host's checksum must not check itself. */
function checksumOf(line: string, length: number): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum ^= line.charCodeAt(i) & 0xff;
  return sum;
}

/** Like C's strtol: a text that is not a number reads 0. */
const integerAt = (line: string, start: number): number =>
  Number.parseInt(line.slice(start, start + 12), 10) || 0;

/** The differences between firmwares. */
export interface NumberRules {
  /** False when numbers and checksums are ignored (Klipper's gcode.py, `_process_commands`). */
  readonly checked: boolean;
  /** Marlin drops a number that was just used; Prusa-Firmware's cmdqueue.cpp asks for the next one. */
  readonly dropsDuplicates: boolean;
  /** Prusa-Firmware's cmdqueue.cpp: `No Line Number with checksum`. */
  readonly refusesLoneChecksum: boolean;
}

/** Line numbers and checksums as Marlin's queue.cpp, `get_serial_commands`, judges them. */
export class LineNumbers {
  /** Number of the last line accepted (`serial.last_N`). */
  last = 0;

  constructor(private readonly rules: NumberRules) {}

  /** Judges one line without its line end and leading spaces; `last` is the last accepted number. */
  judge(line: string): Verdict {
    const { checked, dropsDuplicates, refusesLoneChecksum } = this.rules;
    if (!line.startsWith('N'))
      return refusesLoneChecksum && line.includes('*')
        ? this.refuse('No Line Number with checksum')
        : UNNUMBERED;
    return checked ? this.judgeNumbered(line, dropsDuplicates) : ACCEPTED;
  }

  private judgeNumbered(line: string, dropsDuplicates: boolean): Verdict {
    const sets = line.includes('M110');
    const number = integerAt(line, this.numberStart(line, sets));
    if (!sets && number !== this.last + 1) {
      // A line already in flight at the resend request: a duplicate, without an answer.
      if (dropsDuplicates && (number === this.last || number === this.last - 1)) return DROPPED;
      return this.refuse('Line Number is not Last Line Number+1');
    }
    const star = line.lastIndexOf('*');
    if (star < 0) return this.refuse('No Checksum with line number');
    if (integerAt(line, star + 1) !== checksumOf(line, star)) return this.refuse('checksum mismatch');
    this.last = number;
    return ACCEPTED;
  }

  /** `N0 M110 N5`: the second number is used, already on receipt. */
  private numberStart(line: string, sets: boolean): number {
    const second = sets ? line.indexOf('N', 4) : -1;
    return Math.max(second, 0) + 1;
  }

  private refuse(reason: string): Verdict {
    return { kind: 'refused', error: `${reason}, Last Line: ${this.last}` };
  }
}
