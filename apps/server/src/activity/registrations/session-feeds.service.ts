import { Inject, Injectable } from '@nestjs/common';
import type { Clock, Language, MemberId } from '@pandafab/shared';
import { type EntityManager, type FindOptionsWhere, In, IsNull, MoreThan } from 'typeorm';
import { Account } from '../../people/accounts/account.entity';
import { calendarSince, MOST_EVENTS } from '../../platform/calendar/calendar-bounds';
import type { FeedKind } from '../../platform/calendar/calendar-feed';
import { CalendarFeeds } from '../../platform/calendar/calendar-feeds.service';
import { calendarText } from '../../platform/calendar/calendar-text';
import { type CurrentAccountInfo, demand } from '../../platform/http/access';
import { toIso } from '../../platform/http/fields';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { sessionEvent } from '../sessions/public-sessions.service';
import { Session } from '../sessions/session.entities';
import { ownMembers } from '../sessions/session-view';
import { titleIn, titlesOf } from '../topics/session-titles';
import { Registration, SessionFeed } from './registration.entities';
import type { CreatedSessionFeedDto, NewSessionFeedDto } from './registrations.dto';
import { labNames } from './tell-people';

const KIND: FeedKind<SessionFeed> = {
  ...{ table: SessionFeed, path: 'session-calendars', subject: 'session-feed' },
  ...{ created: 'session-feed.created', revoked: 'session-feed.revoked' },
  ...{ unknown: 'SESSION.FEED_UNKNOWN', tooMany: 'SESSION.TOO_MANY_FEEDS' },
};

const words = {
  en: {
    own: 'My sessions',
    trainer: 'Sessions that I lead',
    waiting: (title: string) => `Waiting list: ${title}`,
  },
  fr: {
    own: 'Mes séances',
    trainer: 'Séances que j’anime',
    waiting: (title: string) => `Liste d’attente : ${title}`,
  },
} as const satisfies Record<Language, object>;

/** Secret addresses at which calendar programs read sessions: a person's own, or those that a trainer leads. */
@Injectable()
export class SessionFeeds {
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

  /** @throws Fault AUTH.FORBIDDEN for sessions that the person cannot lead, SESSION.TOO_MANY_FEEDS {count} */
  async create(
    account: CurrentAccountInfo,
    { kind }: NewSessionFeedDto,
    language: Language,
  ): Promise<CreatedSessionFeedDto> {
    if (kind === 'trainer') demand(account, 'session.manage');
    const { memberId } = account;
    const { feed, url } = await this.feeds.create(KIND, { memberId, language }, { kind });
    return { ...view(feed), url };
  }

  /** Does nothing to a feed that is revoked already, or that the member does not have. */
  revoke(memberId: MemberId, id: string): Promise<void> {
    return this.feeds.revoke(KIND, memberId, id);
  }

  /** The calendar behind a secret, without the names of people. @throws Fault SESSION.FEED_UNKNOWN */
  async read(secret: string): Promise<string> {
    const { manager } = this.database;
    const feed = await this.feeds.find(KIND, secret);
    const { kind, language } = feed;
    const waiting = new Set<string>();
    const sessions =
      kind === 'own' ? await this.attended(manager, feed, waiting) : await this.led(manager, feed);
    const topics = await titlesOf(manager, sessions);
    const labs = await labNames(
      manager,
      sessions.map(({ labId }) => labId),
    );
    const events = sessions.map((session) => {
      const title = titleIn(session, topics, language);
      const summary = waiting.has(session.id) ? words[language].waiting(title) : title;
      return sessionEvent(session, summary, labs.get(session.labId) ?? '');
    });
    return calendarText(words[language][kind], events);
  }

  private async attended(
    manager: EntityManager,
    { memberId }: SessionFeed,
    waiting: Set<string>,
  ): Promise<Session[]> {
    const rows = await manager.findBy(Registration, {
      memberId: In(await ownMembers(manager, { memberId }, this.clock.now())),
    });
    const active = rows.filter(({ state }) => state !== 'cancelled');
    for (const { sessionId, state } of active) if (state === 'waiting') waiting.add(sessionId);
    return this.sessions(manager, { id: In(active.map(({ sessionId }) => sessionId)) });
  }

  private async led(manager: EntityManager, { memberId }: SessionFeed): Promise<Session[]> {
    const account = await manager.findOneBy(Account, { memberId, disabledAt: IsNull() });
    return account ? this.sessions(manager, { trainerId: account.id }) : [];
  }

  private sessions(manager: EntityManager, which: FindOptionsWhere<Session>): Promise<Session[]> {
    return manager.find(Session, {
      where: { ...which, untilAt: MoreThan(calendarSince(this.clock.now())) },
      ...{ order: { fromAt: 'ASC', id: 'ASC' }, take: MOST_EVENTS },
    });
  }
}

const view = ({ id, kind, createdAt }: SessionFeed) => ({ id, kind, createdAt: toIso(createdAt) });
