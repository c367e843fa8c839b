import { Inject, Injectable } from '@nestjs/common';
import { type Clock, Fault, type Language, type MemberId, newId } from '@pandafab/shared';
import { type EntityManager, In, IsNull, MoreThan } from 'typeorm';
import { Account } from '../../people/accounts/account.entity';
import { audit } from '../../platform/audit/audit';
import { calendarText } from '../../platform/calendar/calendar-text';
import { type CurrentAccountInfo, demand } from '../../platform/http/access';
import { toIso } from '../../platform/http/fields';
import { hashSecret, newSecret } from '../../platform/http/secrets';
import { BaseUrl } from '../../platform/kit/base-url';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { sessionEvent } from '../sessions/public-sessions.service';
import { Session } from '../sessions/session.entities';
import { ownMembers } from '../sessions/session-view';
import { titleEn, titlesOf } from '../topics/session-titles';
import { Registration, SessionFeed } from './registration.entities';
import type { CreatedSessionFeedDto, NewSessionFeedDto } from './registrations.dto';
import { labNames } from './tell-people';

/** Feeds of one member that work at the same time. */
const MOST_FEEDS = 20;
/** Past sessions stay in the calendar so long. */
const PAST_MS = 31 * 86_400_000;
const MOST_EVENTS = 1000;

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
    private readonly unitOfWork: UnitOfWork,
    private readonly baseUrl: BaseUrl,
  ) {}

  /** Those of a member that work, the newest first. */
  async list(memberId: MemberId) {
    const found = await this.database
      .of(SessionFeed)
      .find({ where: { memberId, revokedAt: IsNull() }, order: { createdAt: 'DESC', id: 'DESC' } });
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
    const secret = newSecret();
    const row = await this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      const count = await manager.countBy(SessionFeed, { memberId, revokedAt: IsNull() });
      if (count >= MOST_FEEDS) throw new Fault('SESSION.TOO_MANY_FEEDS', { count });
      const feed: SessionFeed = {
        ...{ id: newId<string>(), tokenHash: hashSecret(secret), memberId, kind, language },
        ...{ createdAt: now, revokedAt: null },
      };
      await manager.insert(SessionFeed, feed);
      await audit(unit, { action: 'session-feed.created', subject: ['session-feed', feed.id] });
      return feed;
    });
    return { ...view(row), url: `${this.baseUrl.get()}/api/v1/session-calendars/${secret}` };
  }

  /** Does nothing to a feed that is revoked already, or that the member does not have. */
  async revoke(memberId: MemberId, id: string): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      const where = { id, memberId, revokedAt: IsNull() };
      const { affected } = await manager.update(SessionFeed, where, { revokedAt: now });
      if (affected === 1)
        await audit(unit, { action: 'session-feed.revoked', subject: ['session-feed', id] });
    });
  }

  /** The calendar behind a secret, without the names of people. @throws Fault SESSION.FEED_UNKNOWN */
  async read(secret: string): Promise<string> {
    const { manager } = this.database;
    const feed = await manager.findOneBy(SessionFeed, { tokenHash: hashSecret(secret), revokedAt: IsNull() });
    if (!feed) throw new Fault('SESSION.FEED_UNKNOWN');
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
      const title = (language === 'en' ? titleEn(session, topics) : null) ?? session.title;
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
    const now = this.clock.now();
    const rows = await manager.findBy(Registration, {
      memberId: In(await ownMembers(manager, { memberId }, now)),
    });
    const active = rows.filter(({ state }) => state !== 'cancelled');
    for (const { sessionId, state } of active) if (state === 'waiting') waiting.add(sessionId);
    return manager.find(Session, {
      where: { id: In(active.map(({ sessionId }) => sessionId)), untilAt: MoreThan(now - PAST_MS) },
      ...{ order: { fromAt: 'ASC', id: 'ASC' }, take: MOST_EVENTS },
    });
  }

  private async led(manager: EntityManager, { memberId }: SessionFeed): Promise<Session[]> {
    const account = await manager.findOneBy(Account, { memberId, disabledAt: IsNull() });
    if (!account) return [];
    return manager.find(Session, {
      where: { trainerId: account.id, untilAt: MoreThan(this.clock.now() - PAST_MS) },
      ...{ order: { fromAt: 'ASC', id: 'ASC' }, take: MOST_EVENTS },
    });
  }
}

const view = ({ id, kind, createdAt }: SessionFeed) => ({ id, kind, createdAt: toIso(createdAt) });
