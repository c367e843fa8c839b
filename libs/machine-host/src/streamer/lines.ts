/** Lines kept for resending: more than any firmware holds. A power of two, so that a mask finds the slot. */
export const HISTORY = 64;
const MASK = HISTORY - 1;

/**
 * The numbered lines of a run: the last ones, which may have to be sent again. Line `n` is in flight while
 * `acknowledged < n < next`.
 */
export interface Lines {
  acknowledged: number;
  next: number;
  /** The first unused number: above `next` while lines are sent again. */
  newest: number;
  /** Lines of the file that were sent at least once. */
  sent: number;
  /** Requests to resend that were answered. */
  resends: number;
  /** Lines were sent since the firmware last reported its expected number. */
  unverified: boolean;
  readonly commands: string[];
  /** Offset in the file behind each line of the history; -1 for lines of scripts. */
  readonly offsets: number[];
  readonly lengths: number[];
}

/** An object with lines. */
interface Numbered {
  readonly lines: Lines;
}

export const createLines = (): Lines => ({
  acknowledged: 0,
  next: 1,
  newest: 1,
  sent: 0,
  resends: 0,
  unverified: false,
  commands: new Array<string>(HISTORY).fill(''),
  offsets: new Array<number>(HISTORY).fill(-1),
  lengths: new Array<number>(HISTORY).fill(0),
});

export const inFlight = ({ lines }: Numbered): number => lines.next - 1 - lines.acknowledged;
export const commandOf = ({ lines }: Numbered, line: number): string => lines.commands[line & MASK] ?? '';
/** Offset in the file behind that line; -1 for a line of a script. */
export const offsetOf = ({ lines }: Numbered, line: number): number => lines.offsets[line & MASK] ?? -1;
export const lengthOf = ({ lines }: Numbered, line: number): number => lines.lengths[line & MASK] ?? 0;

/** Gives the next number to a command. */
export function remember({ lines }: Numbered, command: string, offset: number): void {
  const slot = lines.newest & MASK;
  lines.commands[slot] = command;
  lines.offsets[slot] = offset;
  lines.newest++;
}

export function rememberLength({ lines }: Numbered, line: number, bytes: number): void {
  lines.lengths[line & MASK] = bytes;
}
