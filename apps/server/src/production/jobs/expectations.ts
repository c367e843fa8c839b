import type { Expectation } from '@pandafab/domain';
import type { JobId, LabId, MachineId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import type { NoticeCause } from '../../people/notices/notice-kind';
import { toIso } from '../../platform/http/fields';
import type { Unit } from '../../platform/persistence/unit';
import { jobSlipped } from '../notices/job-notices';
import { ExpectationResult, JobExpectation } from './expectation.entities';
import { Job } from './job.entities';
import { causeOfSlip, isSlip } from './slips';
import { tellMakers } from './tell-makers';

/** Rows written at a time. */
const ROWS = 50;

type Told = Pick<JobExpectation, 'toldAt' | 'toldStartAt' | 'toldFrom' | 'toldUntil' | 'slipToldAt'>;
const NOT_TOLD: Told = { toldAt: null, toldStartAt: null, toldFrom: null, toldUntil: null, slipToldAt: null };
const UNKNOWN = { machineId: null, startAt: null, endAt: null, startFrom: null, startUntil: null };

export interface LabExpectations {
  /** The waiting jobs in the order of the queue. */
  readonly order: readonly JobId[];
  readonly expected: ReadonlyMap<JobId, Expectation>;
  /** Machines that cannot take any job now, for a time that is not known. */
  readonly away: ReadonlySet<MachineId>;
}

/**
 * Writes the expected starts of all waiting jobs of a lab, keeps the first that each member was told, and tells slips.
 * @returns false if nothing changed
 */
export async function writeExpectations(
  unit: Unit,
  labId: LabId,
  { order, expected, away }: LabExpectations,
): Promise<boolean> {
  const { manager, now } = unit;
  const before = new Map((await manager.findBy(JobExpectation, { labId })).map((row) => [row.jobId, row]));
  const circumstances = { away, knownBefore: new Set(before.keys()) };
  const slips: Slip[] = [];
  let last = 0;
  const rows = order.map((jobId, at): JobExpectation => {
    const former = before.get(jobId);
    last = Math.max(last + 1, former?.place ?? 0);
    const hours = hoursOf(expected.get(jobId));
    const told = former?.toldAt ? toldBefore(former) : toldNow(now, hours);
    const row = { jobId, labId, place: last, ...hours, ...told };
    if (!former || !isSlip(row)) return row;
    slips.push({ row, cause: causeOfSlip(former, order.slice(0, at), circumstances) });
    return { ...row, slipToldAt: now };
  });
  const waiting = new Set(order);
  const changed = rows.filter((row) => !isSame(row, before.get(row.jobId)));
  const gone = [...before.keys()].filter((jobId) => !waiting.has(jobId));
  await removeRows(manager, [...gone, ...changed.map(({ jobId }) => jobId)]);
  for (let from = 0; from < changed.length; from += ROWS)
    await manager.insert(JobExpectation, changed.slice(from, from + ROWS));
  await tellSlips(unit, slips);
  return changed.length > 0 || gone.length > 0;
}

interface Slip {
  readonly row: JobExpectation;
  readonly cause: NoticeCause;
}

async function tellSlips(unit: Unit, slips: readonly Slip[]): Promise<void> {
  if (slips.length === 0) return;
  const slipOf = new Map(slips.map((slip) => [slip.row.jobId, slip]));
  const jobs = await unit.manager.findBy(Job, { id: In([...slipOf.keys()]) });
  await tellMakers(unit, jobSlipped, jobs, ({ id }) => {
    const { row, cause } = slipOf.get(id) as Slip;
    return { cause, expectedAt: row.startAt ?? 0, formerAt: row.toldStartAt ?? 0 };
  });
}

/** Only what changed is written: a long queue is computed often. */
const isSame = (row: JobExpectation, former: JobExpectation | undefined): boolean =>
  former !== undefined &&
  Object.entries(row).every(([column, value]) => former[column as keyof JobExpectation] === value);

async function removeRows(manager: EntityManager, jobIds: readonly JobId[]): Promise<void> {
  for (let from = 0; from < jobIds.length; from += ROWS)
    await manager.delete(JobExpectation, { jobId: In(jobIds.slice(from, from + ROWS)) });
}

/** To the minute, as it is shown: so a row is written again only when what people see changes. */
export const minute = (instant: number): number => Math.round(instant / 60_000) * 60_000;

function hoursOf(expected: Expectation | undefined) {
  if (!expected) return { ...UNKNOWN, needsChange: false };
  const { machineId, startAt, endAt, startFrom, startUntil, change } = expected;
  return {
    ...{ machineId, startAt: minute(startAt), endAt: minute(endAt), needsChange: change },
    ...{ startFrom: minute(startFrom), startUntil: minute(startUntil) },
  };
}

const toldBefore = ({ toldAt, toldStartAt, toldFrom, toldUntil, slipToldAt }: JobExpectation): Told => ({
  ...{ toldAt, toldStartAt, toldFrom, toldUntil, slipToldAt },
});

const toldNow = (now: number, { startAt, startFrom, startUntil }: ReturnType<typeof hoursOf>): Told =>
  startAt === null
    ? NOT_TOLD
    : { ...NOT_TOLD, toldAt: now, toldStartAt: startAt, toldFrom: startFrom, toldUntil: startUntil };

/** A waiting job begins: how right its expected start was is kept, once. */
export async function settleExpectation({ manager, now }: Unit, jobId: JobId): Promise<void> {
  const expected = await manager.findOneBy(JobExpectation, { jobId });
  await manager.delete(JobExpectation, { jobId });
  if (!expected?.toldAt) return;
  const { labId, toldAt, toldStartAt, toldFrom, toldUntil } = expected;
  await manager.delete(ExpectationResult, { jobId });
  const result = { jobId, labId, toldAt, toldStartAt, toldFrom, toldUntil, startedAt: now };
  await manager.insert(ExpectationResult, result as ExpectationResult);
}

/** The expected starts of those of these jobs that wait. */
export async function expectationsOf(
  manager: EntityManager,
  jobIds: readonly JobId[],
): Promise<ReadonlyMap<JobId, JobExpectation>> {
  if (jobIds.length === 0) return new Map();
  const rows = await manager.findBy(JobExpectation, { jobId: In([...jobIds]) });
  return new Map(rows.map((row) => [row.jobId, row]));
}

type Hours = Pick<
  JobExpectation,
  'machineId' | 'startAt' | 'endAt' | 'startFrom' | 'startUntil' | 'needsChange'
>;

/** As the API shows it; null for a job that no machine can take as things are. */
export function viewExpectation(expected: Hours | undefined) {
  if (!expected) return null;
  const { machineId, startAt, endAt, startFrom, startUntil, needsChange } = expected;
  if (machineId === null || startAt === null || endAt === null || startFrom === null || startUntil === null)
    return null;
  return {
    ...{ machineId, startAt: toIso(startAt), endAt: toIso(endAt), needsChange },
    ...{ startFrom: toIso(startFrom), startUntil: toIso(startUntil) },
  };
}

/** The same of a forecast that is not written. */
export const viewForecast = (expected: Expectation | undefined) => viewExpectation(hoursOf(expected));
