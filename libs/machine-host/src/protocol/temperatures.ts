import type { HeaterReading, MachineStatus } from '../machine-driver';

export type Temperatures = MachineStatus['temperatures'];

// `T:19.38 /0.00 B:19.38 /0.00 @:0 B@:0`; some firmware leaves the blank before the slash out, others glue
// the first letter to `ok`.
const NOZZLE = /(?:^|\s|ok)T0?:\s*(-?\d+(?:\.\d+)?)\s*\/\s*(-?\d+(?:\.\d+)?)/;
const BED = /(?:^|\s|ok)B:\s*(-?\d+(?:\.\d+)?)\s*\/\s*(-?\d+(?:\.\d+)?)/;

function reading(pattern: RegExp, line: string): HeaterReading | null {
  const found = pattern.exec(line);
  return found ? { actual: Number(found[1]), target: Number(found[2]) } : null;
}

/** The temperatures that a line reports, in °C; null when it reports none. */
export function readTemperatures(line: string): Temperatures | null {
  const nozzle = reading(NOZZLE, line);
  const bed = reading(BED, line);
  return nozzle || bed ? { nozzle, bed } : null;
}
