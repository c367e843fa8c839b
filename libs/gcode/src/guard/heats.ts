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
 * Marlin, Prusa, RepRapFirmware (gcode dictionary), taken together: a letter counts if any of them heats by it.
 * M104 and M109 B is the top of AUTOTEMP; G10, M568 S and R are RepRapFirmware's; M600 R resumes with a temperature.
 */
const HEATING: ReadonlyMap<string, readonly HeatWord[]> = new Map([
  ['M104', [word('nozzle', 'SRB')]],
  ['M109', [word('nozzle', 'SRB')]],
  ['G10', [word('nozzle', 'SR')]],
  ['M568', [word('nozzle', 'SR')]],
  // Only if a manager has allowed it: tuning heats to its target.
  ['M303', [word('nozzle', 'S')]],
  ['M600', [word('nozzle', 'R')]],
  ['M140', [word('bed', 'SRH')]],
  ['M190', [word('bed', 'SRH')]],
  ['M141', [word('chamber', 'SR')]],
  ['M191', [word('chamber', 'SR')]],
  ['G26', [word('nozzle', 'H'), word('bed', 'B')]],
]);
/** True for commands that are read closely because they may heat. */
export const mayHeat = (name: string): boolean => HEATING.has(name);

/** Every target that some firmware may read in a command: all values when a letter is repeated. */
export function heatsOf(name: string, rest: string): Heat[] {
  const words = HEATING.get(name);
  if (!words) return [];
  return words.flatMap(({ heater, word }) =>
    [...rest.matchAll(word)].map(([, digits]) => ({ heater, celsius: celsiusOf(digits) })),
  );
}

export const celsiusOf = (digits: string | undefined): number => Math.min(Number(digits), HOTTEST);
