import type { JobId, MachineId } from '@pandafab/shared';
import type { NoticeCause } from '../../people/notices/notice-kind';
import type { JobExpectation } from './expectation.entities';

/** A delay is worth telling from this part of the wait on that was told first. */
const PART = 0.25;
/** Less is no news, however short the wait was. */
const LEAST_MS = 15 * 60_000;

type Told = Pick<JobExpectation, 'startAt' | 'toldAt' | 'toldStartAt' | 'slipToldAt'>;

/** True if a job begins more than a quarter of its wait later than its member was told, and they do not know it yet. */
export function isSlip({ startAt, toldAt, toldStartAt, slipToldAt }: Told): boolean {
  if (startAt === null || toldAt === null || toldStartAt === null || slipToldAt !== null) return false;
  return startAt - toldStartAt > Math.max(LEAST_MS, PART * (toldStartAt - toldAt));
}

/** What the hours of a lab's jobs were computed from, as far as it explains a delay. */
export interface Circumstances {
  /** Machines that cannot take any job now, for a time that is not known. */
  readonly away: ReadonlySet<MachineId>;
  /** The jobs that had an hour when it was computed before. */
  readonly knownBefore: ReadonlySet<JobId>;
}

/**
 * Why a job slips: its machine is away, others came before it, or the prints before it take longer.
 * @param ahead the jobs before it in the queue
 */
export function causeOfSlip(
  former: Pick<JobExpectation, 'machineId'>,
  ahead: readonly JobId[],
  { away, knownBefore }: Circumstances,
): NoticeCause {
  if (former.machineId !== null && away.has(former.machineId))
    return { code: 'SLIP.MACHINE_AWAY', details: {} };
  const isOvertaken = ahead.some((jobId) => !knownBefore.has(jobId));
  return { code: isOvertaken ? 'SLIP.OTHERS_FIRST' : 'SLIP.LONGER_PRINTS', details: {} };
}
