import { Inject, Injectable } from '@nestjs/common';
import type { Clock, Language, MemberId } from '@pandafab/shared';
import { In, IsNull, MoreThan } from 'typeorm';
import { Lab } from '../../network/labs/lab.entity';
import { findMachine } from '../../network/machines/find-machine';
import { Machine } from '../../network/machines/machine.entity';
import { calendarSince, MOST_EVENTS } from '../../platform/calendar/calendar-bounds';
import type { FeedKind } from '../../platform/calendar/calendar-feed';
import { CalendarFeeds } from '../../platform/calendar/calendar-feeds.service';
import { calendarText } from '../../platform/calendar/calendar-text';
import { toIso } from '../../platform/http/fields';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { CreatedBookingFeedDto, NewBookingFeedDto } from './bookings.dto';
import { Booking, BookingFeed } from './bookings.entities';

const KIND: FeedKind<BookingFeed> = {
  ...{ table: BookingFeed, path: 'calendars', subject: 'booking-feed' },
  ...{ created: 'booking-feed.created', revoked: 'booking-feed.revoked' },
  ...{ unknown: 'BOOKING.FEED_UNKNOWN', tooMany: 'BOOKING.TOO_MANY_FEEDS' },
};

const words = {
  en: { own: 'My bookings', booked: (machine: string) => `${machine}: booked` },
  fr: { own: 'Mes réservations', booked: (machine: string) => `${machine} : réservée` },
} as const satisfies Record<Language, object>;

/** Secret addresses at which calendar programs read bookings. */
@Injectable()
export class BookingFeeds {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly feeds: CalendarFeeds,
  ) {}

  /** Those of a member that work, the newest first. */
  async list(memberId: MemberId) {
    const found = await this.feeds.list(KIND, memberId);
    return { items: found.map(view), total: found.length };
  }

  /** @throws Fault MACHINE.UNKNOWN, BOOKING.TOO_MANY_FEEDS {count} */
  async create(
    memberId: MemberId,
    { machineId }: NewBookingFeedDto,
    language: Language,
  ): Promise<CreatedBookingFeedDto> {
    if (machineId) await findMachine(this.database.manager, machineId);
    const { feed, url } = await this.feeds.create(KIND, { memberId, language }, { machineId });
    return { ...view(feed), url };
  }

  /** Does nothing to a feed that is revoked already, or that the member does not have. */
  revoke(memberId: MemberId, id: string): Promise<void> {
    return this.feeds.revoke(KIND, memberId, id);
  }

  /** The calendar behind a secret: of a machine, without names. @throws Fault BOOKING.FEED_UNKNOWN */
  async read(secret: string): Promise<string> {
    const { manager } = this.database;
    const { machineId, memberId, language } = await this.feeds.find(KIND, secret);
    const bookings = await manager.find(Booking, {
      where: {
        ...(machineId ? { machineId } : { memberId, heldFor: IsNull() }),
        ...{ cancelledAt: IsNull(), untilAt: MoreThan(calendarSince(this.clock.now())) },
      },
      order: { fromAt: 'ASC', id: 'ASC' },
      take: MOST_EVENTS,
    });
    const ids = new Set(bookings.map((booking) => booking.machineId));
    const machines = await manager.findBy(Machine, { id: In([...ids, ...(machineId ? [machineId] : [])]) });
    const labs = await manager.findBy(Lab, { id: In(machines.map(({ labId }) => labId)) });
    const nameOf = (id: string | null) => machines.find((machine) => machine.id === id)?.name;
    return calendarText(
      nameOf(machineId) ?? words[language].own,
      bookings.map(({ id, bookedAt, fromAt, untilAt, ...booking }) => ({
        ...{ uid: id, stamp: bookedAt, from: fromAt, until: untilAt },
        summary: words[language].booked(nameOf(booking.machineId) ?? ''),
        place: labs.find((lab) => lab.id === booking.labId)?.name ?? '',
      })),
    );
  }
}

const view = ({ id, machineId, createdAt }: BookingFeed) => ({ id, machineId, createdAt: toIso(createdAt) });
