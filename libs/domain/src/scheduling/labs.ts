import type { Instant, LabId } from '@pandafab/shared';

const HOUR_MS = 3_600_000;
/** Another lab has to begin a job so much sooner, of the wait that is left here. */
const PART = 0.25;
const LEAST_MS = HOUR_MS;
/** After a move it stays for so long. */
const STAY_MS = 6 * HOUR_MS;
/** A lab without an hour is waited for so long: its computer may only be restarting. */
const PATIENCE_MS = HOUR_MS;

/** When a lab would begin a job; null: as things are, it cannot. */
export interface LabStart {
  readonly labId: LabId;
  readonly startAt: Instant | null;
}

/** The lab that begins a job first; of equal ones the first of the list. Undefined if none can begin it. */
export function soonestLab(starts: readonly LabStart[]): LabStart | undefined {
  let best: LabStart | undefined;
  for (const each of starts)
    if (each.startAt !== null && (!best || each.startAt < (best.startAt as Instant))) best = each;
  return best;
}

/** Since when a job waits in the lab where it is. */
export interface StayInLab {
  readonly arrivedAt: Instant;
  /** It came from another lab. */
  readonly wasMoved: boolean;
}

/** True once a job may move to another lab: not back and forth. */
export const mayLeave = (now: Instant, { arrivedAt, wasMoved }: StayInLab): boolean =>
  !wasMoved || now - arrivedAt >= STAY_MS;

/**
 * True if another lab begins a job clearly sooner: by a quarter of the wait that is left here, and by an hour.
 * @param here when it begins where it is; null: no machine can take it as things are
 */
export function isClearlySooner(
  now: Instant,
  here: Instant | null,
  there: Instant,
  { arrivedAt }: StayInLab,
): boolean {
  if (here === null) return now - arrivedAt >= PATIENCE_MS;
  return here - there >= Math.max(LEAST_MS, PART * (here - now));
}
