import { integerAt } from '../protocol/integer-at';
import type { Temperatures } from '../protocol/temperatures';

/** The file waits for this temperature; the host looks after it where the firmware could not be interrupted. */
export interface HeaterWait {
  readonly heater: 'nozzle' | 'bed';
  readonly targetC: number;
  /** `R`: also when it has to cool down. */
  readonly exactly: boolean;
}

/** `G4`: no firmware can be interrupted in it, so the host waits in its place once all moves are done. */
export interface Dwell {
  /** 0 where the firmware dwells. */
  readonly ms: number;
  /** On the monotonic clock; null while the machine still moves. */
  readonly until: number | null;
}

export type Wait = HeaterWait | Dwell;

const LETTER_G = 71;
const LETTER_M = 77;
/** Shorter ones are lines like others: eight of them in flight still let a cancel through. */
const SHORT_DWELL_MS = 100;
/** Up to here the firmware itself dwells, but nothing is sent behind it meanwhile. */
const FIRMWARE_DWELL_MS = 500;
const LONGEST_DWELL_MS = 24 * 3_600_000;
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

/**
 * What G4 waits for; null where that is short, and for every other command. Marlin's G4.cpp: all moves first; S, in
 * seconds, overrules P, in milliseconds. M108 and M410 do not end it (`dwell`, gcode.cpp).
 */
export function dwellOf(command: string): Dwell | null {
  if (command.charCodeAt(0) !== LETTER_G || integerAt(command, 1) !== 4) return null;
  const [, seconds] = /S\s*(\d*\.?\d+)/.exec(command) ?? [];
  const [, milliseconds = '0'] = /P\s*(\d*\.?\d+)/.exec(command) ?? [];
  const ms = seconds === undefined ? Number(milliseconds) : Number(seconds) * 1000;
  if (ms <= SHORT_DWELL_MS) return null;
  return { ms: ms <= FIRMWARE_DWELL_MS ? 0 : Math.min(ms, LONGEST_DWELL_MS), until: null };
}

/** What is sent for a command whose waiting is the host's: M104 for M109, M140 for M190; M400 waits for moves only. */
export function withoutWaiting(wait: Wait, command: string): string {
  if ('ms' in wait) return wait.ms > 0 ? 'M400' : command;
  return command
    .replace(/^M109/, 'M104')
    .replace(/^M190/, 'M140')
    .replace(/\bR(?=\s*\d)/, 'S');
}

/** True once a reading satisfies the wait. */
export function isReached(wait: Wait, temperatures: Temperatures): boolean {
  if (!('heater' in wait)) return false;
  const reading = temperatures[wait.heater];
  if (!reading) return false;
  const below = wait.targetC - reading.actual;
  return below <= WINDOW_C && (!wait.exactly || below >= -WINDOW_C);
}
