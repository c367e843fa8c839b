import { integerAt } from '../protocol/integer-at';
import type { Temperatures } from '../protocol/temperatures';

/** The file waits for this temperature; the host looks after it where the firmware could not be interrupted. */
export interface HeaterWait {
  readonly heater: 'nozzle' | 'bed';
  readonly targetC: number;
  /** `R`: also when it has to cool down. */
  readonly exactly: boolean;
}

const LETTER_M = 77;
/** Marlin's TEMP_WINDOW: close enough to go on. */
const WINDOW_C = 1;
const PERSON = new Set([0, 1, 600, 601]);
/** Line numbers are the host's own: a file that set them would end its own run. */
const NUMBERING = 110;

/** The number behind the M of a command; -1 when it begins with something else. */
export const mCodeOf = (command: string): number =>
  command.charCodeAt(0) === LETTER_M ? integerAt(command, 1) : -1;

/** M0, M1, M600, M601: somebody must do something at the machine. */
export const needsPerson = (code: number): boolean => PERSON.has(code);
export const setsLineNumber = (code: number): boolean => code === NUMBERING;

/** What M109 and M190 wait for; null for every other command. */
export function heaterWaitOf(code: number, command: string): HeaterWait | null {
  if (code !== 109 && code !== 190) return null;
  const [, letter, degrees] = /\b([SR])\s*(\d+(?:\.\d+)?)/.exec(command) ?? [];
  if (degrees === undefined) return null;
  return { heater: code === 109 ? 'nozzle' : 'bed', targetC: Number(degrees), exactly: letter === 'R' };
}

/** The command that sets the target and does not wait: M104 for M109, M140 for M190. */
export const withoutWaiting = (command: string): string =>
  command
    .replace(/^M109/, 'M104')
    .replace(/^M190/, 'M140')
    .replace(/\bR(?=\s*\d)/, 'S');

/** True once a reading satisfies the wait. */
export function isReached(wait: HeaterWait, temperatures: Temperatures): boolean {
  const reading = temperatures[wait.heater];
  if (!reading) return false;
  const below = wait.targetC - reading.actual;
  return below <= WINDOW_C && (!wait.exactly || below >= -WINDOW_C);
}
