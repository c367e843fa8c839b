import { freeSlots, openSpans, type Span } from '@pandafab/domain';
import type { AccountId, Instant } from '@pandafab/shared';
import { DateTime } from 'luxon';
import { type EntityManager, In, LessThan, MoreThan, Not } from 'typeorm';
import type { Lab } from '../../network/labs/lab.entity';
import { openingOf } from '../../network/opening-hours/lab-calendars';
import { Session } from '../sessions/session.entities';
import type { TrainerHours } from './trainer-hours.entity';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * The slots of a trainer at a lab that can be booked now and begin inside the window. Only its part from now to the last
 * day that can be booked is computed: people may ask for thousands of years.
 */
export async function slotsOf(
  manager: EntityManager,
  now: Instant,
  lab: Pick<Lab, 'id' | 'timeZone'>,
  hours: TrainerHours,
  asked: Span,
): Promise<Span[]> {
  const { week, exceptions, slotMinutes, noticeHours, daysAhead } = hours;
  const lastDay = endOfDay(lab.timeZone, now + daysAhead * DAY);
  const window = { from: Math.max(asked.from, now), until: Math.min(asked.until, lastDay + 1) };
  if (window.from >= window.until) return [];
  // Hours that began on the day before the window decide where its slots begin.
  const around = { from: startOfDay(lab.timeZone, window.from) - DAY, until: window.until + DAY };
  const [from, until] = [around.from, around.until];
  // Without exceptions, no hours would mean always.
  const offered = openSpans([...week], [...exceptions], lab.timeZone, from, until) ?? [];
  const open = await openingOf(manager, lab.id, from, until);
  const taken = (await takenOf(manager, [hours.trainerId], around)).get(hours.trainerId) ?? [];
  return freeSlots({
    ...{
      hours: offered.flatMap((span) => byDay(span, lab.timeZone)),
      open,
      taken,
      length: slotMinutes * MINUTE,
    },
    earliest: Math.max(window.from, now + noticeHours * HOUR),
    latest: window.until - 1,
  });
}

/** The times at which these trainers lead sessions, in any lab. */
export async function takenOf(
  manager: EntityManager,
  trainers: readonly AccountId[],
  { from, until }: Span,
): Promise<ReadonlyMap<AccountId, Span[]>> {
  const found = await manager.findBy(Session, {
    ...{ trainerId: In([...trainers]), state: Not('cancelled' as const) },
    ...{ fromAt: LessThan(until), untilAt: MoreThan(from) },
  });
  const taken = new Map<AccountId, Span[]>();
  for (const { trainerId, fromAt, untilAt } of found)
    taken.set(trainerId, [...(taken.get(trainerId) ?? []), { from: fromAt, until: untilAt }]);
  return taken;
}

const startOfDay = (zone: string, at: Instant): Instant =>
  DateTime.fromMillis(at, { zone }).startOf('day').toMillis();

/** Hours day and night begin again at each midnight: else their slots would depend on the days that are asked for. */
function byDay(span: Span, zone: string): Span[] {
  if (span.until - span.from < DAY) return [span];
  const next = DateTime.fromMillis(span.from, { zone }).startOf('day').plus({ days: 1 }).toMillis();
  return [{ from: span.from, until: next }, ...byDay({ from: next, until: span.until }, zone)];
}

/** The whole last day can be booked, not only until this hour. */
const endOfDay = (zone: string, at: Instant): Instant =>
  DateTime.fromMillis(at, { zone }).endOf('day').toMillis();
