import { NAMED_PAUSE, PERSON_CODES } from '@pandafab/gcode';
import { integerAt } from '../../protocol/integer-at';
import type { HeaterWait } from '../../streamer/waits';
import type { Special } from '../stream-words';
import { temperatureWaitOf } from './temperature-wait';

const LETTER_G = 71;
const LETTER_M = 77;
/** A shorter dwell is sent like any line: even with eight of them in flight a cancel is quick enough. */
const SHORT_DWELL_MS = 100;
/** Up to this time the firmware dwells itself, and nothing is sent until it has finished. A longer dwell is the host's. */
const FIRMWARE_DWELL_MS = 500;
/** Prusa-Firmware executes nothing until a tone ends (Marlin_main.cpp, M300); a longer tone tells people no more. */
const LONGEST_TONE_MS = 1_000;
const TONE = 300;
const LONGEST_DWELL_MS = 24 * 3_600_000;
/** Only the host sets line numbers: if a command of a file did, the run would fail. */
const NUMBERING = 110;
/**
 * The commands that wait for a temperature, and those that only set it (Marlin's M104_M109.cpp, M140_M190.cpp,
 * M141_M191.cpp).
 */
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
 * A dwell that every firmware reads in the same way. Marlin dwells for 49 days when the number is negative; Klipper does
 * not know S; where a word is repeated, some firmwares use the first and others the last.
 */
const CLEAR_DWELL = /^G4(?: *[SP] *\d*\.?\d+)? *$/;

const NOT_SENT: Special = { sent: null, person: false, wait: null };
const FOR_A_PERSON: Special = { sent: null, person: true, wait: null };

/**
 * How the host handles a command of a file; null for one that is sent as it is.
 * @param command in its plain form
 * @param hostWaits the firmware's waits for a temperature cannot be interrupted: the host waits instead
 */
export function specialOf(command: string, hostWaits: boolean): Special | null {
  const letter = command.charCodeAt(0);
  // First, because nearly every line of a file is a move.
  if (letter === LETTER_G) return integerAt(command, 1) === 4 ? dwellOf(command) : null;
  const code = letter === LETTER_M ? integerAt(command, 1) : -1;
  if (code === NUMBERING) return NOT_SENT;
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

/** Shortens a long tone. Every P of the command is changed: where P is repeated, some firmwares use the last one. */
function toneOf(command: string): Special | null {
  const sent = command.replace(P_WORDS, (word, ms: string) =>
    Number(ms) > LONGEST_TONE_MS ? `P${LONGEST_TONE_MS}` : word,
  );
  return sent === command ? null : { sent, person: false, wait: null };
}

/** Sends the command that only sets the temperature, and makes the host wait for it. */
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
 * How the host handles a G4; null for a short one, which is sent as it is. In Marlin (G4.cpp) a dwell begins when all
 * moves are done; S, in seconds, is used instead of P, in milliseconds; M108 and M410 do not end it (`dwell`, gcode.cpp).
 * A dwell that firmwares may read differently is never sent.
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
