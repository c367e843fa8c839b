import type { Heater } from './facts';
import { celsiusOf, type Heat } from './heats';
import { type Parameter, parametersOf } from './macro-parameters';
import { mannerOf } from './manners';

export interface MacroReading {
  readonly rule: string;
  readonly heats: readonly Heat[];
  readonly wanders?: boolean;
}

/** Klipper's own commands that move, heat or change the motion, and all their parameters (klippy/extras). */
const TAKES: ReadonlyMap<string, RegExp> = new Map([
  ['SET_HEATER_TEMPERATURE', /^(?:HEATER|TARGET)$/],
  ['TEMPERATURE_WAIT', /^(?:SENSOR|MINIMUM|MAXIMUM)$/],
  [
    'BED_MESH_CALIBRATE',
    /^(?:ADAPTIVE|ADAPTIVE_MARGIN|ALGORITHM|BICUBIC_TENSION|MESH_(?:MIN|MAX|RADIUS|ORIGIN)|METHOD|PROBE_(?:COUNT|SPEED)|PROFILE|ROUND_PROBE_COUNT|SAMPLES)$/,
  ],
  ['QUAD_GANTRY_LEVEL', /^(?:METHOD|PROBE_SPEED|RETRIES|RETRY_TOLERANCE|SAMPLES)$/],
  ['Z_TILT_ADJUST', /^(?:METHOD|PROBE_SPEED|RETRIES|RETRY_TOLERANCE|SAMPLES)$/],
  ['BED_MESH_PROFILE', /^LOAD$/],
  ['SKEW_PROFILE', /^(?:LOAD|CLEAR)$/],
  ['PAUSE', /^STATE$/],
  ['TIMELAPSE_RENDER', /^$/],
  ['TIMELAPSE_TAKE_FRAME', /^$/],
]);
/** Also Klipper's own: they neither move nor heat, whatever the names of their parameters. */
const STILL =
  /^(?:ACTIVATE_EXTRUDER|BED_MESH_(?:CLEAR|MAP)|CLEAR_PAUSE|GET_POSITION|SET_(?!HEATER_TEMPERATURE$)\w*|STATUS|TURN_OFF_HEATERS)$/;
const STAYING = new Set(['SET_HEATER_TEMPERATURE', 'TEMPERATURE_WAIT', 'BED_MESH_PROFILE', 'SKEW_PROFILE']);

/** Klipper's own commands that set a target or wait for one. */
const HEATING = new Set(['SET_HEATER_TEMPERATURE', 'TEMPERATURE_WAIT']);
const NUMBERED = /^[GMT]\d*$/;

/** True for a command by name that may set any temperature: Klipper's own for it, and every macro. */
export const macroMayHeat = (name: string): boolean =>
  !NUMBERED.test(name) && !STILL.test(name) && (HEATING.has(name) || !TAKES.has(name));

/** The name of a parameter shows its purpose; short names are those of the start macros that people share. */
const BED = /BED|PLATE|^(?:B|BT|HB|BD|TB)\d?$/;
const CHAMBER = /CHAMBER|ENCLOSURE|^(?:CH|CT|TC)\d?$/;
const NOZZLE = /EXTRUDER|NOZZLE|HOTEND|TEMP/;
/** A heater's name with one of these suffixes is not a temperature. */
const DIMENSION =
  /(?:DIA|DIAMETER|SIZE|WIDTH|HEIGHT|LENGTH|COUNT|TYPE|NAME|MATERIAL|SPEED|FLOW|ID|INDEX|PROFILE|MESH)\d?$/;
/** Names that never mean a temperature. */
const HARMLESS =
  /(?:ACCEL|AREA|AREA_(?:START|END)|CENTER|COLOU?R|COST|DENSITY|FILE|FAN|LAYERS?|LAYER_(?:NUM|TOTAL)|MIN|MAX|MSG|NUMBER|OBJECTS?|CHANGES|DELAY|DISTANCE|DURATION|HASH|JOB|MINUTES|OFFSET|PERCENT|POLYGON|PROGRESS|RATE|SECONDS|SOAK|TIME|TOTAL|USED|VELOCITY|VENDOR|VOLUME|WEIGHT)\d?$|^[XYZF]$/;

/** No heater reaches more: larger numbers mean something else. */
const PLAUSIBLE_C = 1000;
const PLAIN = /^(?:\d{1,4}(?:\.\d*)?)(?: *, *\d{1,4}(?:\.\d*)?)*$/;
/** Texts that Python's float(), and so the filters `|int` and `|float` of macros, read as a number. */
const PYTHON_NUMBER = /^[-+]?(?:(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:E[-+]?\d+)?|0X[\dA-F]+)$/i;
const NO_NUMBER = /^[-+]?(?:INF|INFINITY|NAN)$/i;
const ANY_DIGITS = /\d+(?:\.\d*)?/g;
/** `extruder1`, `heater_bed`, `PLA`: the name of a thing. */
const THING = /^[A-Z_ ]*[A-Z_]\d{0,2}$/i;
const nothing: readonly Heat[] = [];

/** Reads a command of Klipper's, or a macro of the lab's: in an unknown macro, any parameter may be a temperature. */
export function macroReading(name: string, rest: string): MacroReading {
  const rule = mannerOf(name, [rest]);
  if (STILL.test(name)) return { rule, heats: nothing };
  const wanders = !STAYING.has(name);
  const parameters = parametersOf(rest);
  if (!parameters) return { rule: `${name}:ambiguous`, heats: nothing, wanders };
  const heats = parameters.flatMap((each) => heatsIn(each, metBy(each, name, parameters)));
  return { rule: oddityOf(name, parameters) ?? rule, heats, wanders };
}

function oddityOf(name: string, parameters: readonly Parameter[]): string | null {
  const takes = TAKES.get(name);
  if (takes && !parameters.every(({ key }) => takes.test(key))) return `${name}:parameter`;
  return parameters.every((each) => isClear(each, metBy(each, name, parameters)))
    ? null
    : `${name}:ambiguous`;
}

type Meaning = readonly Heater[] | 'unknown';

/** `TARGET=` applies to the heater named in the same command; other parameters have the heater in their own name. */
function metBy({ key }: Parameter, name: string, parameters: readonly Parameter[]): Meaning {
  if (!/^(?:TARGET|MINIMUM|MAXIMUM)$/.test(key)) return meaningOf(key, TAKES.has(name));
  const named = parameters
    .filter((each) => each.key === 'HEATER' || each.key === 'SENSOR')
    .map(({ value }) => heaterCalled(value.toUpperCase()) ?? 'nozzle');
  return named.length > 0 ? named : ['nozzle'];
}

function meaningOf(key: string, isKlippers: boolean): Meaning {
  if (isKlippers || DIMENSION.test(key)) return [];
  const heater = heaterCalled(key);
  if (heater) return [heater];
  return HARMLESS.test(key) ? [] : 'unknown';
}

function heaterCalled(name: string): Heater | null {
  if (BED.test(name)) return 'bed';
  if (CHAMBER.test(name)) return 'chamber';
  return NOZZLE.test(name) ? 'nozzle' : null;
}

/** Every number that may be set as a target; for an unknown parameter, only numbers too high for any nozzle. */
function heatsIn({ value }: Parameter, meaning: Meaning): Heat[] {
  if (meaning !== 'unknown')
    return meaning.flatMap((heater) => numbersIn(value).map((celsius) => ({ heater, celsius })));
  return numbersIn(value)
    .filter((celsius) => celsius <= PLAUSIBLE_C)
    .map((celsius) => ({ heater: 'nozzle', celsius }));
}

function numbersIn(value: string): number[] {
  const whole = value.trim();
  if (PYTHON_NUMBER.test(whole)) return [celsiusOf(whole.replaceAll('_', ''))];
  return THING.test(whole) ? [] : [...whole.matchAll(ANY_DIGITS)].map(([digits]) => celsiusOf(digits));
}

/** A temperature must be a plain number; `nan` is refused: `min(1.0, nan)` is 1.0, and the heater stays on. */
function isClear({ value }: Parameter, meaning: Meaning): boolean {
  const whole = value.trim();
  if (NO_NUMBER.test(whole)) return false;
  return (
    meaning === 'unknown' ||
    meaning.length === 0 ||
    PLAIN.test(whole) ||
    !/\d/.test(whole) ||
    THING.test(whole)
  );
}
