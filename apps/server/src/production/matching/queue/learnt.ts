import {
  type Clearing,
  learnClearing,
  type PrintTimes,
  paceFrom,
  personAt,
  ZoneClock,
} from '@pandafab/domain';
import type { Instant, LabId, MachineId } from '@pandafab/shared';
import { type EntityManager, MoreThan } from 'typeorm';
import { BedClearing } from '../../../network/machines/bed-clearing.entity';
import type { LabCalendar } from '../../../network/opening-hours/lab-calendars';
import { Run } from '../../jobs/run.entity';

const DAY_MS = 86_400_000;
/** Older prints say little about machines as they are now. */
const PRINTS_MS = 120 * DAY_MS;
/** People’s habits change sooner. */
const BEDS_MS = 60 * DAY_MS;
const MOST_BEDS = 1_000;
/** Since when the opening hours tell how long a bed waited for a person. */
export const HOURS_MS = 2 * BEDS_MS;
/** A print that took a tenth or ten times as long was measured in another way than its file. */
const FURTHEST_OFF = 10;

/** What the queue of a lab has learnt from its past. */
export interface Learnt {
  readonly paceOf: (machineId: MachineId, plastic: string) => number;
  /** Milliseconds until a bed is cleared, while people are there. */
  readonly clearing: (at: Instant) => number;
}

export async function loadLearnt(
  manager: EntityManager,
  now: Instant,
  labId: LabId,
  calendar: LabCalendar,
): Promise<Learnt> {
  const paceOf = paceFrom(await printTimes(manager, now, labId));
  const hourOf = hourIn(calendar.timeZone);
  const byHour = learnClearing(await clearings(manager, now, labId, calendar), hourOf);
  return { paceOf, clearing: (at) => (byHour[hourOf(at)] as (typeof byHour)[number]).ms };
}

/** The hour of an instant on the clock of a zone. */
export function hourIn(timeZone: string): (at: Instant) => number {
  const clock = ZoneClock.of(timeZone);
  return (at) => new Date(clock.wallOf(at)).getUTCHours();
}

interface Sums {
  readonly machineId: MachineId;
  readonly plastic: string;
  readonly prints: string | number;
  readonly seconds: string | number;
  readonly expectedSeconds: string | number;
}

/** The lab's prints that ended well, by machine and plastic. */
export async function printTimes(manager: EntityManager, now: Instant, labId: LabId): Promise<PrintTimes[]> {
  const sums = await manager
    .createQueryBuilder(Run, 'run')
    .select('run.machineId', 'machineId')
    .addSelect('run.plastic', 'plastic')
    .addSelect('COUNT(*)', 'prints')
    .addSelect('SUM(run.seconds)', 'seconds')
    .addSelect('SUM(run.expectedSeconds)', 'expectedSeconds')
    .where("run.labId = :labId AND run.assignedAt > :since AND run.state = 'done'", {
      labId,
      since: now - PRINTS_MS,
    })
    .andWhere('run.plastic IS NOT NULL AND run.expectedSeconds > 0')
    .andWhere(
      `run.seconds BETWEEN run.expectedSeconds / ${FURTHEST_OFF} AND run.expectedSeconds * ${FURTHEST_OFF}`,
    )
    .groupBy('run.machineId')
    .addGroupBy('run.plastic')
    .getRawMany<Sums>();
  return sums.map(({ machineId, plastic, prints, seconds, expectedSeconds }) => ({
    ...{ machineId, plastic, prints: Number(prints) },
    ...{ seconds: Number(seconds), expectedSeconds: Number(expectedSeconds) },
  }));
}

/**
 * The lab's beds that were cleared lately: how long it took while the lab was open.
 * @param calendar since `HOURS_MS` ago
 */
export async function clearings(
  manager: EntityManager,
  now: Instant,
  labId: LabId,
  calendar: LabCalendar,
): Promise<Clearing[]> {
  const rows = await manager.find(BedClearing, {
    where: { labId, clearedAt: MoreThan(now - BEDS_MS) },
    order: { clearedAt: 'DESC' },
    take: MOST_BEDS,
  });
  if (rows.length === 0) return [];
  const people = calendar.open(now - HOURS_MS, now);
  return rows.flatMap(({ occupiedAt, clearedAt }) => {
    const from = personAt({ runs: null, starts: null, people }, occupiedAt);
    // A person came although the lab was closed: that says nothing about the next time.
    return from <= clearedAt ? [{ from, ms: clearedAt - from }] : [];
  });
}
