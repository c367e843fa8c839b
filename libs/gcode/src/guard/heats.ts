import type { Heater } from './facts';
import type { Heat } from './reading';

/** Letters of a command that set a heater's target. */
type HeatLetters = readonly (readonly [heater: Heater, letters: string])[];

/**
 * Marlin, Prusa, RepRapFirmware (gcode dictionary), taken together: a letter counts wherever one of them heats by it.
 * M104 and M109 B is the top of AUTOTEMP; G10, M568 S and R are RepRapFirmware's; M600 R resumes with a temperature.
 */
const HEATING: ReadonlyMap<string, HeatLetters> = new Map<string, HeatLetters>([
  ['M104', [['nozzle', 'SRB']]],
  ['M109', [['nozzle', 'SRB']]],
  ['G10', [['nozzle', 'SR']]],
  ['M568', [['nozzle', 'SR']]],
  ['M600', [['nozzle', 'R']]],
  ['M140', [['bed', 'SRH']]],
  ['M190', [['bed', 'SRH']]],
  ['M141', [['chamber', 'SR']]],
  ['M191', [['chamber', 'SR']]],
  [
    'G26',
    [
      ['nozzle', 'H'],
      ['bed', 'B'],
    ],
  ],
]);
const NUMBER = '[-+]?(?:0X[0-9A-F]+|(?:\\d+\\.?\\d*|\\.\\d+)(?:E[-+]?\\d+)?)';
/** Klipper's own commands and macros: what a value is for shows in its name. */
const NAMED_VALUE = new RegExp(`([A-Z_][A-Z0-9_]*)[ \\t]*=[ \\t]*(${NUMBER})`, 'gi');
/** Klipper reads its own commands with Python's shlex and float: quotes vanish, and `3_00` is 300. */
const SHELL_NOISE = /["'\\]|(?<=\d)_(?=\d)/g;

/** True for commands that are read closely because of what they may heat. */
export const mayHeat = (name: string): boolean => HEATING.has(name);

/** Every target that some firmware may read in a command: all values where a letter comes twice. */
export function heatsOf(name: string, rest: string): Heat[] {
  const letters = HEATING.get(name);
  if (!letters) return /^[GMT]\d*$/.test(name) ? [] : namedHeats(name, rest);
  return letters.flatMap(([heater, each]) =>
    valuesOf(rest, each).map((celsius): Heat => ({ heater, celsius })),
  );
}

function valuesOf(rest: string, letters: string): number[] {
  const word = new RegExp(`[${letters}][ \\t]*(${NUMBER})`, 'gi');
  return [...rest.matchAll(word)].map(([, digits]) => Number(digits)).filter((value) => value > 0);
}

function namedHeats(name: string, rest: string): Heat[] {
  const unquoted = rest.replace(SHELL_NOISE, '');
  const heater = /HEATER[ \t]*=[ \t]*([A-Z0-9_]+)/i.exec(unquoted)?.[1] ?? '';
  return [...unquoted.matchAll(NAMED_VALUE)].flatMap(([, parameter = '', digits]) => {
    const target = /^(TARGET|MINIMUM|MAXIMUM)$/i.test(parameter);
    const meant = target ? heaterCalled(heater || name) : heaterCalled(parameter);
    return meant ? [{ heater: meant, celsius: Number(digits) }] : [];
  });
}

function heaterCalled(name: string): Heater | null {
  if (/BED/i.test(name)) return 'bed';
  if (/CHAMBER/i.test(name)) return 'chamber';
  return /EXTRUDER|NOZZLE|HOTEND|TEMP|TOOL_?\d*T$/i.test(name) ? 'nozzle' : null;
}
