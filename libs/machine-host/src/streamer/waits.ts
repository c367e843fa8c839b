import type { Reading, TemperatureReport } from '../protocol/temperatures';

/** Marlin's TEMP_WINDOW: close enough to go on. */
const WINDOW_C = 1;

/** The file waits for this temperature; the host looks after it where the firmware could not be interrupted. */
export interface HeaterWait {
  readonly heater: 'nozzle' | 'bed' | 'chamber';
  /** Of the tool that is named; the one in use when none is. */
  readonly tool?: number;
  /** The tool in use, by the file. */
  readonly selected?: number;
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

export const isHeaterWait = (wait: Wait | null): wait is HeaterWait => wait !== null && 'heater' in wait;

/** What the report says of the awaited heater; null when nothing. */
export function readingOf({ heater, selected, tool }: HeaterWait, report: TemperatureReport): Reading | null {
  const { bed, heaters, nozzle } = report;
  if (heater === 'chamber') return heaters.get('C') ?? null;
  if (heater === 'bed') return bed;
  if (tool !== undefined) return heaters.get(`T${tool}`) ?? (tool === 0 ? nozzle : null);
  // `T` is the tool in use to Marlin, and the first one to others; Klipper has no `T`.
  return heaters.get(`T${selected ?? 0}`) ?? nozzle;
}

/** A chamber, or a tool, that the machine does not report it does not have: it would wait for ever. */
export const mayBeAbsent = ({ heater, tool }: HeaterWait): boolean =>
  heater === 'chamber' || tool !== undefined;

/** Degrees that are still to go; 0 or less once it is reached, NaN where nobody says what the target is. */
export function degreesToGo(wait: HeaterWait, { actual, target }: Reading): number {
  const below = (wait.targetC ?? target ?? Number.NaN) - actual;
  const off = (wait.exactly ? Math.abs(below) : below) - WINDOW_C;
  return wait.atMostC === undefined ? off : Math.max(off, actual - wait.atMostC);
}

/** How a wait for a temperature goes. No wait is endless: it ends when it comes no nearer, or cannot be read. */
export interface WaitWatch {
  readonly wait: HeaterWait;
  /** On the monotonic clock: when its heater was last read. */
  heardAt: number;
  nearestC: number;
  nearestAt: number;
  /** Answers to M105 since then. */
  unread: number;
  /** Reports in a row of other heaters only. */
  absent: number;
  /** Reports in a row of a target of 0, though it has to heat. */
  off: number;
  /** The last words that were not understood. */
  words: string;
}
