import { dayIn, insideSpan, type Span } from '@pandafab/domain';
import { Fault, type Instant, type LabId } from '@pandafab/shared';
import { DateTime } from 'luxon';
import type { EntityManager } from 'typeorm';
import { closedDays } from '../../network/opening-hours/closed-days';
import { openingOf } from '../../network/opening-hours/lab-calendars';

const MINUTE = 60_000;
const SHORTEST = 5 * MINUTE;
const LONGEST = 24 * 60 * MINUTE;
/** A later year is a typing error; calendars of thousands of years would take minutes to compute. */
const MOST_YEARS_AHEAD = 5;
const YEAR = 366 * 24 * 60 * MINUTE;

/** How a time is to the lab's calendar. */
export const OPENINGS = ['open', 'outside-hours', 'closed'] as const;
export type Opening = (typeof OPENINGS)[number];

/** The days on the lab's calendar that a session touches. */
const daysOf = ({ from, until }: Span, zone: string): string[] => [
  ...new Set([dayIn(zone, from), dayIn(zone, until - 1)]),
];

/** A day and two times on the lab's clock, such as “03/12/2026 14:00–16:00”. */
export function spanInWords({ from, until }: Span, zone: string): string {
  const [begin, end] = [DateTime.fromMillis(from, { zone }), DateTime.fromMillis(until, { zone })];
  return `${begin.toFormat('dd/MM/yyyy HH:mm')}–${end.toFormat('HH:mm')}`;
}

/** @throws Fault SESSION.LENGTH {minutes, hours}, SESSION.PAST, SESSION.TOO_FAR {years} */
export function demandTimes(spans: readonly Span[], now: Instant): void {
  for (const { from, until } of spans) {
    if (until - from < SHORTEST || until - from > LONGEST)
      throw new Fault('SESSION.LENGTH', { minutes: SHORTEST / MINUTE, hours: LONGEST / 60 / MINUTE });
    if (from < now) throw new Fault('SESSION.PAST');
    if (until > now + MOST_YEARS_AHEAD * YEAR)
      throw new Fault('SESSION.TOO_FAR', { years: MOST_YEARS_AHEAD });
  }
}

/** How each of these times is to the calendar of the lab. */
export async function openingsOf(
  manager: EntityManager,
  { id, timeZone }: { readonly id: LabId; readonly timeZone: string },
  spans: readonly Span[],
): Promise<Opening[]> {
  if (spans.length === 0) return [];
  const [from, until] = [Math.min(...spans.map((s) => s.from)), Math.max(...spans.map((s) => s.until))];
  const open = await openingOf(manager, id, from, until);
  const closedOn = await closedDays(manager, id, dayIn(timeZone, from));
  return spans.map((span) => {
    if (daysOf(span, timeZone).some((day) => closedOn(day) !== undefined)) return 'closed';
    if (!open) return 'open';
    const around = insideSpan(open, span.from);
    return around && span.until <= around.until ? 'open' : 'outside-hours';
  });
}

/** @throws Fault SESSION.CLOSED {when, days, reason} where the staff closed the lab on one of the days */
export async function demandNotClosed(
  manager: EntityManager,
  { id, timeZone }: { readonly id: LabId; readonly timeZone: string },
  spans: readonly Span[],
): Promise<void> {
  if (spans.length === 0) return;
  const first = Math.min(...spans.map(({ from }) => from));
  const closedOn = await closedDays(manager, id, dayIn(timeZone, first));
  const closed = spans.filter((span) => daysOf(span, timeZone).some((day) => closedOn(day) !== undefined));
  const [one] = closed;
  if (!one) return;
  const reason = daysOf(one, timeZone)
    .map(closedOn)
    .find((each) => each !== undefined);
  throw new Fault('SESSION.CLOSED', {
    when: closed.map((span) => spanInWords(span, timeZone)),
    days: closed.map(({ from }) => dayIn(timeZone, from)),
    reason: reason ?? '',
  });
}
