/** Degrees Celsius; the target is null when the machine does not report it. */
export interface Reading {
  readonly actual: number;
  readonly target: number | null;
}

/** The temperatures of one line. */
export interface TemperatureReport {
  readonly nozzle: Reading | null;
  readonly bed: Reading | null;
  /** Every heater by the firmware's name: `T`, `T1`, `B`, `C` for a chamber. */
  readonly heaters: ReadonlyMap<string, Reading>;
}

const NUMBER = '-?\\d+(?:\\.\\d+)?';
// `T:19.38 /0.00 B:19.38 /0.00 C:19.38 /0.00 T0:… T1:… @:0 B@:0` (Marlin, temperature.cpp, `print_heater_states`);
// Klipper names heaters as its configuration does (`gcode_id`, heaters.py). Some firmware leaves the blank before the
// slash out, others glue the first letter to `ok`, Creality's DWIN boards write `==T:`.
const WITH_TARGET = new RegExp(`(?:^|[^\\w@]|ok)([A-Z]\\w*):\\s*(${NUMBER})\\s*/\\s*(${NUMBER})`, 'g');
/**
 * A line that begins with a nozzle or a bed reports temperatures, also without targets: for example Prusa-Firmware's M190,
 * `T:24.6 E:0 B:24.0`. Elsewhere `B:` is a motor (M114's `Count A:0 B:0`) or the end of a word.
 */
const BEGINS = /^(?:ok)?[\s=]*[TB]\d*:\s*-?\d/;
const ACTUAL = new RegExp(`(?:^|[\\s=]|ok)(T\\d*|B|C):\\s*(${NUMBER})(?:\\s+(${NUMBER})(?=\\s|$))?`, 'g');
/** A repeated letter is not a name but noise before one: `OOOOT:199.8 /200.0`. */
const BABBLED = /^([A-Z])\1+(T\d*|B|C)$/;
/** Some of Creality's boards send the report of M155 to two ports at the same time: `TT::24.5024.50  //0.000.00`. */
const DOUBLED = new RegExp(`([TBC])\\1::(${NUMBER})\\2\\s+//(${NUMBER})\\3(?!\\d)`, 'g');

/** The temperatures that a line reports, in °C; null when it reports neither a nozzle nor a bed. */
export function readTemperatures(line: string): TemperatureReport | null {
  const heaters = new Map<string, Reading>();
  const take = (name: string, actual: string, target: string | undefined): void => {
    if (!heaters.has(name))
      heaters.set(name, { actual: Number(actual), target: target === undefined ? null : Number(target) });
  };
  // Most lines have no slash.
  if (line.includes('/'))
    for (const [, name = '', actual = '', target] of single(line).matchAll(WITH_TARGET))
      take(BABBLED.exec(name)?.[2] ?? name, actual, target);
  if (BEGINS.test(line))
    for (const [, name = '', actual = '', target] of line.matchAll(ACTUAL)) take(name, actual, target);
  const nozzle = heaters.get('T') ?? heaters.get('T0') ?? null;
  const bed = heaters.get('B') ?? null;
  return nozzle || bed ? { nozzle, bed, heaters } : null;
}

const single = (line: string): string => (line.includes('::') ? line.replace(DOUBLED, ' $1:$2 /$3') : line);
