import { Inject, Injectable } from '@nestjs/common';
import { type Clock, Fault, type LabId, type Language } from '@pandafab/shared';
import { In, MoreThan } from 'typeorm';
import { Lab } from '../../network/labs/lab.entity';
import { calendarSince } from '../../platform/calendar/calendar-bounds';
import { type CalendarEvent, calendarText } from '../../platform/calendar/calendar-text';
import { toIso } from '../../platform/http/fields';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { titleEn, titleIn, titlesOf } from '../topics/session-titles';
import { Session } from './session.entities';
import { countsIn, SessionPeople } from './session-people';

const DAY_MS = 86_400_000;
/** How far the public lists look ahead. */
const AHEAD_MS = 92 * DAY_MS;
const MOST_ROWS = 300;

/** What everybody may read without an account: sessions, and no person. */
@Injectable()
export class PublicSessionsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly read: ReadDatabase,
    private readonly people: SessionPeople,
  ) {}

  /** Public sessions that have not ended, the earliest first. */
  async list(labId: LabId | undefined) {
    const { manager } = this.read;
    const now = this.clock.now();
    const [found, total] = await manager.findAndCount(Session, {
      where: { isPublic: true, state: 'planned', untilAt: MoreThan(now), ...(labId && { labId }) },
      order: { fromAt: 'ASC', id: 'ASC' },
      take: MOST_ROWS,
    });
    const coming = found.filter(({ fromAt }) => fromAt < now + AHEAD_MS);
    const labs = await manager.findBy(Lab, { id: In(coming.map((session) => session.labId)) });
    const topics = await titlesOf(manager, coming);
    const counts = await this.people.book.counts(
      manager,
      coming.map(({ id }) => id),
    );
    const items = coming.map((session) => {
      const lab = labs.find(({ id }) => id === session.labId);
      const { registered } = countsIn(counts, session.id);
      return {
        ...publicFields(session),
        ...{ titleEn: titleEn(session, topics), labName: lab?.name ?? '', timeZone: lab?.timeZone ?? 'UTC' },
        placesLeft: session.capacity === null ? null : Math.max(0, session.capacity - registered),
      };
    });
    return { items, total: coming.length < found.length ? coming.length : total };
  }

  /** The labs that have public sessions to come, by name. */
  async labs(): Promise<Pick<Lab, 'id' | 'name'>[]> {
    const rows = await this.read.manager
      .createQueryBuilder(Session, 'session')
      .innerJoin(Lab, 'lab', 'lab.id = session.labId')
      .select('lab.id', 'id')
      .addSelect('lab.name', 'name')
      .distinct(true)
      .where(`session.isPublic = :yes AND session.state = 'planned' AND session.untilAt > :now`, {
        ...{ yes: true, now: this.clock.now() },
      })
      .getRawMany<Pick<Lab, 'id' | 'name'>>();
    return rows.sort((a, b) => a.name.localeCompare(b.name, 'fr'));
  }

  /** The public calendar of a lab (RFC 5545). @throws Fault LAB.UNKNOWN */
  async calendar(labId: LabId, language: Language): Promise<string> {
    const { manager } = this.read;
    const lab = await manager.findOneBy(Lab, { id: labId });
    if (!lab) throw new Fault('LAB.UNKNOWN');
    const sessions = await manager.find(Session, {
      where: { labId, isPublic: true, untilAt: MoreThan(calendarSince(this.clock.now())) },
      order: { fromAt: 'ASC', id: 'ASC' },
      take: MOST_ROWS,
    });
    const topics = await titlesOf(manager, sessions);
    return calendarText(
      lab.name,
      sessions.map((session) => sessionEvent(session, titleIn(session, topics, language), lab.name)),
    );
  }
}

/** A session as an event of a calendar. */
export const sessionEvent = (
  { id, createdAt, fromAt, untilAt, description, state, version }: Session,
  summary: string,
  place: string,
): CalendarEvent => ({
  ...{ uid: `session-${id}`, stamp: createdAt, from: fromAt, until: untilAt, summary, place, description },
  ...{ sequence: version, isCancelled: state === 'cancelled' },
});

function publicFields({ id, kind, title, description, labId, fromAt, untilAt, ...rest }: Session) {
  const { audience, priceCents, capacity } = rest;
  const times = { from: toIso(fromAt), until: toIso(untilAt) };
  return { id, kind, title, description, labId, ...times, audience, priceCents, capacity };
}
