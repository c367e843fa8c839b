import type { Heater } from './facts';

/** A target that a command may set. */
export interface Heat {
  readonly heater: Heater;
  readonly celsius: number;
}

const NUMBER = '[-+]?(?:0X[0-9A-F]+|(?:\\d+\\.?\\d*|\\.\\d+)(?:E[-+]?\\d+)?)';
/** Beyond any limit, and still a number in JSON. */
const HOTTEST = 1e6;

interface HeatWord {
  readonly heater: Heater;
  readonly word: RegExp;
}
const word = (heater: Heater, letters: string): HeatWord => ({
  heater,
  word: new RegExp(`[${letters}][ \\t]*(${NUMBER})`, 'gi'),
});

/**
 * Marlin, Prusa, RepRapFirmware (gcode dictionary), taken together: a letter counts wherever one of them heats by it.
 * M104 and M109 B is the top of AUTOTEMP; G10, M568 S and R are RepRapFirmware's; M600 R resumes with a temperature.
 */
const HEATING: ReadonlyMap<string, readonly HeatWord[]> = new Map([
  ['M104', [word('nozzle', 'SRB')]],
  ['M109', [word('nozzle', 'SRB')]],
  ['G10', [word('nozzle', 'SR')]],
  ['M568', [word('nozzle', 'SR')]],
  ['M600', [word('nozzle', 'R')]],
  ['M140', [word('bed', 'SRH')]],
  ['M190', [word('bed', 'SRH')]],
  ['M141', [word('chamber', 'SR')]],
  ['M191', [word('chamber', 'SR')]],
  ['G26', [word('nozzle', 'H'), word('bed', 'B')]],
]);
/** Klipper's own commands and macros: what a value is for shows in its name. */
const NAMED_VALUE = new RegExp(`(?<![A-Z0-9_])([A-Z_][A-Z0-9_]*)[ \\t]*=[ \\t]*(${NUMBER})`, 'gi');
const NAMED_HEATER = /(?<![A-Z0-9_])HEATER[ \t]*=[ \t]*([A-Z0-9_]+)/gi;
/** Klipper reads its own commands with Python's shlex and float: quotes vanish, and `3_00` is 300. */
const SHELL_NOISE = /["'\\]|(?<=\d)_(?=\d)/g;

/** True for commands that are read closely because of what they may heat. */
export const mayHeat = (name: string): boolean => HEATING.has(name);

/** Every target that some firmware may read in a command: all values where a letter comes twice. */
export function heatsOf(name: string, rest: string): Heat[] {
  const words = HEATING.get(name);
  if (!words) return /^[GMT]\d*$/.test(name) ? [] : namedHeats(name, rest);
  return words.flatMap(({ heater, word }) =>
    [...rest.matchAll(word)].map(([, digits]) => ({ heater, celsius: celsiusOf(digits) })),
  );
}

const celsiusOf = (digits: string | undefined): number => Math.min(Number(digits), HOTTEST);

function namedHeats(name: string, rest: string): Heat[] {
  const unquoted = rest.replace(SHELL_NOISE, '');
  const heaters = [...unquoted.matchAll(NAMED_HEATER)].map(
    ([, called = '']) => heaterCalled(called) ?? 'nozzle',
  );
  return [...unquoted.matchAll(NAMED_VALUE)].flatMap(([, parameter = '', digits]) => {
    const celsius = celsiusOf(digits);
    return heatersMeant(name, parameter, heaters).map((heater) => ({ heater, celsius }));
  });
}

/** `TARGET=` is for the heater that is named beside it, whichever of them counts; others say it in their own name. */
function heatersMeant(name: string, parameter: string, named: readonly Heater[]): readonly Heater[] {
  const isTarget = /^(TARGET|MINIMUM|MAXIMUM)$/i.test(parameter);
  if (isTarget && named.length > 0) return named;
  const meant = heaterCalled(isTarget ? name : parameter);
  return meant ? [meant] : [];
}

function heaterCalled(name: string): Heater | null {
  if (/BED/i.test(name)) return 'bed';
  if (/CHAMBER/i.test(name)) return 'chamber';
  return /EXTRUDER|NOZZLE|HOTEND|TEMP/i.test(name) ? 'nozzle' : null;
}
