import { NAMED_PAUSE, PERSON_CODES } from '@pandafab/gcode';
import { integerAt } from '../protocol/integer-at';
import { temperatureWaitOf } from './temperature-wait';
import type { HeaterWait, Wait } from './waits';

/** A command that the host does not simply pass on. */
export interface Special {
  /** What is sent in its place; null for nothing. */
  readonly sent: string | null;
  /** Somebody must do something at the machine first. */
  readonly person: boolean;
  readonly wait: Wait | null;
}

const LETTER_G = 71;
const LETTER_M = 77;
/** Shorter ones are lines like others: eight of them in flight still let a cancel through. */
const SHORT_DWELL_MS = 100;
/** Up to here the firmware itself dwells, but nothing is sent behind it meanwhile. */
const FIRMWARE_DWELL_MS = 500;
/** Prusa-Firmware waits for a tone to end (Marlin_main.cpp, M300); who listens for longer than this hears no more. */
const LONGEST_TONE_MS = 1_000;
const TONE = 300;
const LONGEST_DWELL_MS = 24 * 3_600_000;
/** Line numbers are the host's own: a file that set them would end its own run. */
const NUMBERING = 110;
/** What waits for a temperature, and what only sets it (Marlin's M104_M109.cpp, M140_M190.cpp, M141_M191.cpp). */
const HEATERS: ReadonlyMap<number, { readonly heater: HeaterWait['heater']; readonly setting: string }> =
  new Map([
    [109, { heater: 'nozzle', setting: 'M104' }],
    [190, { heater: 'bed', setting: 'M140' }],
    [191, { heater: 'chamber', setting: 'M141' }],
  ]);
const NUMBER = '[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:E[-+]?\\d+)?';
const S_WORD = new RegExp(`S[ \\t]*(${NUMBER})?`, 'i');
const R_WORD = new RegExp(`R[ \\t]*(${NUMBER})?`, 'i');
const T_WORD = new RegExp(`T[ \\t]*(${NUMBER})?`, 'i');
const P_WORDS = new RegExp(`P[ \\t]*(${NUMBER})`, 'gi');
const P_WORD = new RegExp(`P[ \\t]*(${NUMBER})?`, 'i');
/**
 * A dwell that every firmware reads alike. Of Marlin's, a negative one is 49 days long; Klipper knows no S, and of a word
 * that comes twice some take the first and others the last.
 */
const CLEAR_DWELL = /^G4(?: *[SP] *\d*\.?\d+)? *$/;

const PASSED_OVER: Special = { sent: null, person: false, wait: null };
const FOR_A_PERSON: Special = { sent: null, person: true, wait: null };

/**
 * What the host does with a command of a file; null for one that is sent as it is.
 * @param command in its plain form
 * @param hostWaits nothing can interrupt the firmware while it waits for a temperature: the host waits in its place
 */
export function specialOf(command: string, hostWaits: boolean): Special | null {
  const letter = command.charCodeAt(0);
  // First, because nearly every line of a file is a move.
  if (letter === LETTER_G) return integerAt(command, 1) === 4 ? dwellOf(command) : null;
  const code = letter === LETTER_M ? integerAt(command, 1) : -1;
  if (code === NUMBERING) return PASSED_OVER;
  if (PERSON_CODES.has(code) || NAMED_PAUSE.test(command)) return FOR_A_PERSON;
  if (code === TONE) return toneOf(command);
  if (!hostWaits) return null;
  if (HEATERS.has(code)) return heaterWaitOf(code, command);
  const wait = temperatureWaitOf(command);
  return wait && { sent: null, person: false, wait };
}

const numberOf = (word: RegExp, command: string): number | null => {
  const found = word.exec(command.slice(2));
  return found?.[1] === undefined ? null : Number(found[1]);
};

/** Every P: of a word that comes twice some firmware takes the last. */
function toneOf(command: string): Special | null {
  const sent = command.replace(P_WORDS, (word, ms: string) =>
    Number(ms) > LONGEST_TONE_MS ? `P${LONGEST_TONE_MS}` : word,
  );
  return sent === command ? null : { sent, person: false, wait: null };
}

/** What is sent for a command that waits for a temperature, which then the host looks after. */
function heaterWaitOf(code: number, command: string): Special {
  const target = numberOf(S_WORD, command);
  const cooled = target === null ? numberOf(R_WORD, command) : null;
  const tool = code === 109 ? numberOf(T_WORD, command) : null;
  const { heater, setting } = HEATERS.get(code) ?? { heater: 'nozzle', setting: 'M104' };
  const set = command.replace(/^M\d+(?:\.\d*)?/, setting);
  const sent = cooled === null ? set : set.replace(/R(?=[ \t]*[-+.\d])/i, 'S');
  const wait = {
    heater,
    targetC: target ?? cooled,
    exactly: cooled !== null,
    ...(tool !== null && { tool }),
  };
  return { sent, person: false, wait };
}

/**
 * What G4 waits for; null where that is short. Marlin's G4.cpp: all moves first; S, in seconds, overrules P, in
 * milliseconds. M108 and M410 do not end it (`dwell`, gcode.cpp). One that firmwares may read differently is never sent.
 */
function dwellOf(command: string): Special | null {
  const seconds = numberOf(S_WORD, command);
  const ms = Math.min(seconds === null ? (numberOf(P_WORD, command) ?? 0) : seconds * 1000, LONGEST_DWELL_MS);
  const isClear = CLEAR_DWELL.test(command);
  if (isClear && ms <= SHORT_DWELL_MS) return null;
  const firmware = isClear && ms <= FIRMWARE_DWELL_MS;
  const wait = { ms: firmware ? 0 : Math.max(ms, 0), until: null };
  return { sent: firmware ? command : 'M400', person: false, wait };
}
