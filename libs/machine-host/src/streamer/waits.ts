import type { HeaterReading } from '../machine-driver';
import type { TemperatureReport } from '../protocol/temperatures';

/** Marlin's TEMP_WINDOW: close enough to go on. */
const WINDOW_C = 1;

/** The file waits for this temperature; the host looks after it where the firmware could not be interrupted. */
export interface HeaterWait {
  readonly heater: 'nozzle' | 'bed' | 'chamber';
  /** Of the tool that is named; the one in use when none is. */
  readonly tool?: number;
  /** Null: whatever the machine reports as its target. */
  readonly targetC: number | null;
  /** `R`: also when it has to cool down. */
  readonly exactly: boolean;
  /** It waits for the heater to have cooled down to this. */
  readonly atMostC?: number;
}

/** `G4`: no firmware can be interrupted in it, so the host waits in its place once all moves are done. */
export interface Dwell {
  /** 0 where the firmware dwells. */
  readonly ms: number;
  /** On the monotonic clock; null while the machine still moves. */
  readonly until: number | null;
}

export type Wait = HeaterWait | Dwell;

/** True once a report satisfies the wait. */
export function isReached(wait: Wait, report: TemperatureReport): boolean {
  if (!('heater' in wait)) return false;
  const reading = readingOf(wait, report);
  // A chamber, or a tool, that the machine does not report it does not have: it would wait for ever.
  if (!reading) return wait.heater === 'chamber' || wait.tool !== undefined;
  if (wait.atMostC !== undefined && reading.actual > wait.atMostC) return false;
  const below = (wait.targetC ?? reading.target) - reading.actual;
  return below <= WINDOW_C && (!wait.exactly || below >= -WINDOW_C);
}

function readingOf({ heater, tool }: HeaterWait, report: TemperatureReport): HeaterReading | null {
  if (heater === 'chamber') return report.heaters.get('C') ?? null;
  if (heater === 'bed' || tool === undefined) return report[heater];
  return report.heaters.get(`T${tool}`) ?? (tool === 0 ? report.nozzle : null);
}
