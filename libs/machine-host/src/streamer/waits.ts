import type { Reading, TemperatureReport } from '../protocol/temperatures';

/** Marlin's TEMP_WINDOW: close enough to continue. */
const WINDOW_C = 1;

/** The file waits for this temperature; the host does the waiting when the firmware cannot be interrupted. */
export interface HeaterWait {
  readonly heater: 'nozzle' | 'bed' | 'chamber';
  /** Of the named tool; of the active one when none is named. */
  readonly tool?: number;
  /** The active tool, by the file. */
  readonly selected?: number;
  /** Null: the target that the machine reports. */
  readonly targetC: number | null;
  /** `R`: also when it has to cool down. */
  readonly exactly: boolean;
  /** The wait ends when the heater has cooled down to this. */
  readonly atMostC?: number;
}

/** `G4`: no firmware can be interrupted in it, so the host waits instead once all moves are done. */
export interface Dwell {
  /** 0 where the firmware dwells. */
  readonly ms: number;
  /** On the monotonic clock; null while the machine still moves. */
  readonly until: number | null;
}

export type Wait = HeaterWait | Dwell;

export const isHeaterWait = (wait: Wait | null): wait is HeaterWait => wait !== null && 'heater' in wait;

/** The reading of the awaited heater in a report; null without one. */
export function readingOf({ heater, selected, tool }: HeaterWait, report: TemperatureReport): Reading | null {
  const { bed, heaters, nozzle } = report;
  if (heater === 'chamber') return heaters.get('C') ?? null;
  if (heater === 'bed') return bed;
  if (tool !== undefined) return heaters.get(`T${tool}`) ?? (tool === 0 ? nozzle : null);
  // `T` is the active tool in Marlin, and the first one in others; Klipper has no `T`.
  return heaters.get(`T${selected ?? 0}`) ?? nozzle;
}

/** A chamber or tool that the machine does not report is absent: the wait would never end. */
export const mayBeAbsent = ({ heater, tool }: HeaterWait): boolean =>
  heater === 'chamber' || tool !== undefined;

/** Degrees to the target; 0 or less once it is reached, NaN when the target is unknown. */
export function degreesToGo(wait: HeaterWait, { actual, target }: Reading): number {
  const below = (wait.targetC ?? target ?? Number.NaN) - actual;
  const off = (wait.exactly ? Math.abs(below) : below) - WINDOW_C;
  return wait.atMostC === undefined ? off : Math.max(off, actual - wait.atMostC);
}

/** The progress of a wait for a temperature. No wait is endless: it fails when the temperature comes no nearer, or is not reported. */
export interface WaitWatch {
  readonly wait: HeaterWait;
  /** On the monotonic clock: when its heater was last read. */
  heardAt: number;
  nearestC: number;
  nearestAt: number;
  /** Answers to temperature queries since then. */
  unread: number;
  /** Reports in a row of other heaters only. */
  absent: number;
  /** Reports in a row of a target of 0, though it has to heat. */
  off: number;
  /** The last words that were not understood. */
  words: string;
}
