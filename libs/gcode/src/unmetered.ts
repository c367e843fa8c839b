import { type CommandWords, wordIndex } from './command-words';

const [A, B, C, E, L, P, Q, S, T, U, V, W] = [...'ABCELPQSTUVW'].map((letter) => 1 << wordIndex(letter)) as [
  ...[number, number, number, number, number, number],
  ...[number, number, number, number, number, number],
];
const G_LETTER = 0x47;
const M_LETTER = 0x4d;

/** Codes, and from–to of them, both included. */
function table(...codes: readonly string[]): Uint8Array {
  const known = new Uint8Array(1024);
  for (const range of codes.join(' ').split(' ')) {
    const [from = 0, to = from] = range.split('-').map(Number);
    known.fill(1, from, to + 1);
  }
  return known;
}

/** Codes that move no filament, or give the length in E; any other code may do anything. */
const KNOWN_G = table('0-5 10-12 17-21 27-35 38 42 54-61 68-69 76 80-81 90-92 425');
// M74 tells Prusa's Buddy firmware how heavy the part is (input shaping).
const KNOWN_M = table(
  '0-1 16-18 20-34 42-43 48 73-78 80-87 92 100-125 140-155 190-193 200-211 217-221 226 240-261 280-282',
  '290 300-306 350-355 380-381 400-404 406-413 420-430 485-486 493-512 524 550-575 587-593 601-603 605',
  '665-666 710 851-852 860-879 900-919 928 951 993-999',
);

/** Klipper's own commands that move no filament. A macro may do anything. */
const KNOWN_NAMES = new Set([
  ...['BED_MESH_CALIBRATE', 'BED_MESH_CLEAR', 'BED_MESH_MAP', 'BED_MESH_PROFILE', 'CLEAR_PAUSE'],
  ...['EXCLUDE_OBJECT_DEFINE', 'EXCLUDE_OBJECT_END', 'EXCLUDE_OBJECT_START', 'GET_POSITION', 'P0', 'PAUSE'],
  ...['QUAD_GANTRY_LEVEL', 'RESPOND', 'SAVE_GCODE_STATE', 'SET_DISPLAY_TEXT', 'SET_FAN_SPEED'],
  ...['SET_FILAMENT_SENSOR', 'SET_GCODE_VARIABLE', 'SET_HEATER_TEMPERATURE', 'SET_IDLE_TIMEOUT'],
  ...['SET_INPUT_SHAPER', 'SET_LED', 'SET_PRESSURE_ADVANCE', 'SET_PRINT_STATS_INFO', 'SET_VELOCITY_LIMIT'],
  ...['SKEW_PROFILE', 'STATUS', 'TEMPERATURE_WAIT', 'TURN_OFF_HEATERS', 'Z_TILT_ADJUST'],
]);
const NAME = /^[A-Z_][A-Z0-9_]*/i;

const CANCEL_OBJECT = 486;
/** Codes that move filament only with some of their words. */
const WITH_WORDS: ReadonlyMap<number, number> = new Map([
  // Steps of a millimetre.
  [92, E | T],
  // Swapping and priming at a change of tool (Marlin's M217.cpp): lengths, Q primes, T and A take another spool.
  [217, A | B | E | L | Q | S | T | V],
  // Objects are skipped from here on, or printed again. After A comes a name, whose letters have no meaning.
  [CANCEL_OBJECT, C | P | U],
]);
/** Firmware retraction: settings that return more than was retracted, and those that treat E as a retraction. */
const UNLESS_ZERO: ReadonlyMap<number, number> = new Map([
  [208, S | W],
  [209, S],
]);
/** Two heads at once: S2 and S3 of a dual carriage, P and E of many nozzles (Marlin's M605.cpp). */
const DUPLICATION = 605;

/**
 * True for a command that moves filament, or may, without a length in the file: the figures after it are not exact. The
 * table is in docs/filament.md.
 * @param also names of further ones, such as `G29` where it may be a macro
 */
export function isUnmetered(words: CommandWords, also: ReadonlySet<string>): boolean {
  const { letter, code, letters } = words;
  if (letter === G_LETTER) return KNOWN_G[code] !== 1 || also.has(`G${code}`);
  if (letter !== M_LETTER) return false;
  if (KNOWN_M[code] !== 1 || also.has(`M${code}`)) return true;
  if (code === DUPLICATION) return words.value(wordIndex('S')) >= 2 || (letters & (P | E)) !== 0;
  if (code === CANCEL_OBJECT && (letters & A) !== 0) return false;
  if (((WITH_WORDS.get(code) ?? 0) & letters) !== 0) return true;
  return [...'SW'].some((word) => isSet(words, code, wordIndex(word)));
}

const isSet = (words: CommandWords, code: number, index: number): boolean =>
  ((UNLESS_ZERO.get(code) ?? 0) & (1 << index)) !== 0 && words.value(index) !== 0;

/** The same for a command without letter and number: a macro, Klipper's own, a tool of an MMU such as `Tx`. */
export function isNameUnmetered(text: string): boolean {
  // For the host: never sent.
  if (text.startsWith('@')) return false;
  return !KNOWN_NAMES.has((NAME.exec(text)?.[0] ?? '').toUpperCase());
}
