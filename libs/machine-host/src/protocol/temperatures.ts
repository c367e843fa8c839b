import type { HeaterReading, MachineStatus } from '../machine-driver';

export type Temperatures = MachineStatus['temperatures'];

/** What one line reports. */
export interface TemperatureReport extends Temperatures {
  /** Every heater with a target, by the name that the firmware gives it: `T`, `T1`, `B`, `C` for a chamber. */
  readonly heaters: ReadonlyMap<string, HeaterReading>;
}

// `T:19.38 /0.00 B:19.38 /0.00 C:19.38 /0.00 T0:… T1:… @:0 B@:0` (Marlin, temperature.cpp, `print_heater_states`);
// Klipper names heaters as its configuration does (`gcode_id`, heaters.py). Some firmware leaves the blank before the
// slash out, others glue the first letter to `ok`. What has no target is no heater.
const READING = /(?:^|\s|ok)([A-Z]\w*):\s*(-?\d+(?:\.\d+)?)\s*\/\s*(-?\d+(?:\.\d+)?)/g;

/** The temperatures that a line reports, in °C; null when it reports none. */
export function readTemperatures(line: string): TemperatureReport | null {
  // Most lines have no slash.
  if (!line.includes('/')) return null;
  const heaters = new Map<string, HeaterReading>();
  for (const [, name = '', actual, target] of line.matchAll(READING))
    if (!heaters.has(name)) heaters.set(name, { actual: Number(actual), target: Number(target) });
  const nozzle = heaters.get('T') ?? heaters.get('T0') ?? null;
  const bed = heaters.get('B') ?? null;
  return nozzle || bed ? { nozzle, bed, heaters } : null;
}
