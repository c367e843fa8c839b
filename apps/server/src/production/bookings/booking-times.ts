import { Injectable } from '@nestjs/common';
import type { Span } from '@pandafab/domain';
import type { Instant, LabId, MemberId } from '@pandafab/shared';
import { DateTime } from 'luxon';
import { type EntityManager, IsNull, LessThan, MoreThan } from 'typeorm';
import { Lab } from '../../network/labs/lab.entity';
import type { Machine } from '../../network/machines/machine.entity';
import { LabCalendars } from '../../network/opening-hours/lab-calendars';
import { bookingFlaw } from './booking-flaw';
import { bookingRulesOf } from './booking-rules.service';
import type { FreeHoursDto } from './bookings.dto';
import type { BookingRules } from './bookings.entities';
import { Booking } from './bookings.entities';
import { freeHours } from './free-hours';
import { unavailableSpans } from './unavailable-spans';

const HOUR = 3_600_000;

/** When a machine can be booked. */
@Injectable()
export class BookingTimes {
  constructor(private readonly calendars: LabCalendars) {}

  /** Why this member cannot have this machine at this time; undefined if they can. */
  async flawOf(manager: EntityManager, now: Instant, { id, labId }: Machine, memberId: MemberId, span: Span) {
    const offer = await bookingRulesOf(manager, labId);
    const facts = await this.facts(manager, { id, labId }, span);
    const bookedThisWeek = await bookedInWeek(manager, labId, memberId, span.from);
    return bookingFlaw({ span, now, offer, ...facts, bookedThisWeek });
  }

  /** The beginnings that a day offers on a machine. @param day YYYY-MM-DD on the lab's calendar */
  async freeOn(manager: EntityManager, now: Instant, machine: Machine, day: string): Promise<FreeHoursDto> {
    const rules = await bookingRulesOf(manager, machine.labId);
    const { timeZone } = await manager.findOneByOrFail(Lab, { id: machine.labId });
    const today = DateTime.fromMillis(now, { zone: timeZone });
    const last = today.plus({ days: rules.daysAhead });
    const dayOf = (at: DateTime) => at.toFormat('yyyy-MM-dd');
    const free = await this.freeSpans(
      manager,
      now,
      machine,
      rules,
      DateTime.fromISO(day, { zone: timeZone }),
    );
    return {
      ...{ offered: rules.offered, timeZone, firstDay: dayOf(today), lastDay: dayOf(last) },
      free: free
        .filter(({ from }) => from <= last.toMillis())
        .map(({ from, until }) => ({
          from: new Date(from).toISOString(),
          until: new Date(until).toISOString(),
        })),
    };
  }

  private async freeSpans(
    manager: EntityManager,
    now: Instant,
    machine: Machine,
    { offered, longestHours }: BookingRules,
    begin: DateTime,
  ): Promise<Span[]> {
    if (!offered || machine.retiredAt !== null || machine.inMaintenance) return [];
    const longest = longestHours * HOUR;
    const day = { from: begin.toMillis(), until: begin.plus({ days: 1 }).toMillis() };
    const facts = await this.facts(manager, machine, { from: day.from, until: day.until + longest });
    return freeHours(day, { now, ...facts, longest });
  }

  private async facts(
    manager: EntityManager,
    { id, labId }: Pick<Machine, 'id' | 'labId'>,
    { from, until }: Span,
  ) {
    const open = await this.calendars.openOf(manager, labId, from, until);
    const taken = (await unavailableSpans(manager, labId, from, until)).get(id) ?? [];
    return { open, taken };
  }
}

/** Milliseconds that a member has booked in a lab in the week of an instant. A booking counts in the week of its beginning. */
async function bookedInWeek(
  manager: EntityManager,
  labId: LabId,
  memberId: MemberId,
  at: Instant,
): Promise<number> {
  const { timeZone } = await manager.findOneByOrFail(Lab, { id: labId });
  const monday = DateTime.fromMillis(at, { zone: timeZone }).startOf('week');
  const week = { from: monday.toMillis(), until: monday.plus({ weeks: 1 }).toMillis() };
  const found = await manager.findBy(Booking, {
    ...{ labId, memberId, cancelledAt: IsNull(), heldFor: IsNull() },
    ...{ fromAt: LessThan(week.until), untilAt: MoreThan(week.from) },
  });
  return found
    .filter(({ fromAt }) => fromAt >= week.from)
    .reduce((sum, { fromAt, untilAt }) => sum + untilAt - fromAt, 0);
}
