import { Inject, Injectable } from '@nestjs/common';
import { type Clock, Fault, type Language, type MemberId, newId } from '@pandafab/shared';
import { In, IsNull, MoreThan } from 'typeorm';
import { Lab } from '../../network/labs/lab.entity';
import { findMachine } from '../../network/machines/find-machine';
import { Machine } from '../../network/machines/machine.entity';
import { audit } from '../../platform/audit/audit';
import { calendarText } from '../../platform/calendar/calendar-text';
import { toIso } from '../../platform/http/fields';
import { hashSecret, newSecret } from '../../platform/http/secrets';
import { BaseUrl } from '../../platform/kit/base-url';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import type { CreatedBookingFeedDto, NewBookingFeedDto } from './bookings.dto';
import { Booking, BookingFeed } from './bookings.entities';

/** Feeds of one member that work at the same time. */
const MOST_FEEDS = 20;
/** Past bookings stay in the calendar so long. */
const PAST_MS = 31 * 86_400_000;
const MOST_EVENTS = 1000;

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
    private readonly unitOfWork: UnitOfWork,
    private readonly baseUrl: BaseUrl,
  ) {}

  /** Those of a member that work, the newest first. */
  async list(memberId: MemberId) {
    const found = await this.database
      .of(BookingFeed)
      .find({ where: { memberId, revokedAt: IsNull() }, order: { createdAt: 'DESC', id: 'DESC' } });
    return { items: found.map(view), total: found.length };
  }

  /** @throws Fault MACHINE.UNKNOWN, BOOKING.TOO_MANY_FEEDS {count} */
  async create(
    memberId: MemberId,
    { machineId }: NewBookingFeedDto,
    language: Language,
  ): Promise<CreatedBookingFeedDto> {
    const secret = newSecret();
    const row = await this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      if (machineId) await findMachine(manager, machineId);
      const count = await manager.countBy(BookingFeed, { memberId, revokedAt: IsNull() });
      if (count >= MOST_FEEDS) throw new Fault('BOOKING.TOO_MANY_FEEDS', { count });
      const feed: BookingFeed = {
        ...{ id: newId<string>(), tokenHash: hashSecret(secret), memberId, machineId, language },
        ...{ createdAt: now, revokedAt: null },
      };
      await manager.insert(BookingFeed, feed);
      await audit(unit, { action: 'booking-feed.created', subject: ['booking-feed', feed.id] });
      return feed;
    });
    return { ...view(row), url: `${this.baseUrl.get()}/api/v1/calendars/${secret}` };
  }

  /** Does nothing to a feed that is revoked already, or that the member does not have. */
  async revoke(memberId: MemberId, id: string): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      const where = { id, memberId, revokedAt: IsNull() };
      const { affected } = await manager.update(BookingFeed, where, { revokedAt: now });
      if (affected === 1)
        await audit(unit, { action: 'booking-feed.revoked', subject: ['booking-feed', id] });
    });
  }

  /** The calendar behind a secret: of a machine, without names. @throws Fault BOOKING.FEED_UNKNOWN */
  async read(secret: string): Promise<string> {
    const { manager } = this.database;
    const feed = await manager.findOneBy(BookingFeed, {
      tokenHash: hashSecret(secret),
      revokedAt: IsNull(),
    });
    if (!feed) throw new Fault('BOOKING.FEED_UNKNOWN');
    const { machineId, memberId, language } = feed;
    const bookings = await manager.find(Booking, {
      where: {
        ...(machineId ? { machineId } : { memberId, heldFor: IsNull() }),
        ...{ cancelledAt: IsNull(), untilAt: MoreThan(this.clock.now() - PAST_MS) },
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
