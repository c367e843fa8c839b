import type { Expectation } from '@pandafab/domain';
import type { JobId, LabId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { toIso } from '../../platform/http/fields';
import type { Unit } from '../../platform/persistence/unit';
import { ExpectationResult, JobExpectation } from './expectation.entities';

/** Rows written at a time. */
const ROWS = 50;

type Told = Pick<JobExpectation, 'toldAt' | 'toldStartAt' | 'toldFrom' | 'toldUntil'>;
const NOT_TOLD: Told = { toldAt: null, toldStartAt: null, toldFrom: null, toldUntil: null };
const UNKNOWN = { machineId: null, startAt: null, endAt: null, startFrom: null, startUntil: null };

/**
 * Writes the expected starts of all waiting jobs of a lab, and keeps the first that each member was told.
 * @param order the waiting jobs in the order of the queue
 */
export async function writeExpectations(
  { manager, now }: Unit,
  labId: LabId,
  order: readonly JobId[],
  expected: ReadonlyMap<JobId, Expectation>,
): Promise<void> {
  const before = new Map((await manager.findBy(JobExpectation, { labId })).map((row) => [row.jobId, row]));
  const waiting = new Set(order);
  let last = 0;
  const rows = order.map((jobId): JobExpectation => {
    const former = before.get(jobId);
    last = Math.max(last + 1, former?.place ?? 0);
    const hours = hoursOf(expected.get(jobId));
    const told = former?.toldAt ? toldBefore(former) : toldNow(now, hours);
    return { jobId, labId, place: last, ...hours, ...told };
  });
  const changed = rows.filter((row) => !isSame(row, before.get(row.jobId)));
  const gone = [...before.keys()].filter((jobId) => !waiting.has(jobId));
  await removeRows(manager, [...gone, ...changed.map(({ jobId }) => jobId)]);
  for (let from = 0; from < changed.length; from += ROWS)
    await manager.insert(JobExpectation, changed.slice(from, from + ROWS));
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
const minute = (instant: number): number => Math.round(instant / 60_000) * 60_000;

function hoursOf(expected: Expectation | undefined) {
  if (!expected) return { ...UNKNOWN, needsChange: false };
  const { machineId, startAt, endAt, startFrom, startUntil, change } = expected;
  return {
    ...{ machineId, startAt: minute(startAt), endAt: minute(endAt), needsChange: change },
    ...{ startFrom: minute(startFrom), startUntil: minute(startUntil) },
  };
}

const toldBefore = ({ toldAt, toldStartAt, toldFrom, toldUntil }: JobExpectation): Told => ({
  ...{ toldAt, toldStartAt, toldFrom, toldUntil },
});

const toldNow = (now: number, { startAt, startFrom, startUntil }: ReturnType<typeof hoursOf>): Told =>
  startAt === null
    ? NOT_TOLD
    : { toldAt: now, toldStartAt: startAt, toldFrom: startFrom, toldUntil: startUntil };

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
