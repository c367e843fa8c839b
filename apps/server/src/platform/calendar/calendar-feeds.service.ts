import { Injectable } from '@nestjs/common';
import { Fault, type Language, type MemberId, newId } from '@pandafab/shared';
import { IsNull } from 'typeorm';
import { audit } from '../audit/audit';
import { hashSecret, newSecret } from '../http/secrets';
import { BaseUrl } from '../kit/base-url';
import { ReadDatabase } from '../persistence/read-database';
import { UnitOfWork } from '../persistence/unit-of-work';
import type { CalendarFeed, FeedKind, Shown } from './calendar-feed';

/** Feeds of one kind that work for one member at the same time. */
const MOST_FEEDS = 20;

interface Reader {
  readonly memberId: MemberId;
  readonly language: Language;
}

/** Secret addresses at which calendar programs read. What they read there is up to each kind. */
@Injectable()
export class CalendarFeeds {
  constructor(
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly baseUrl: BaseUrl,
  ) {}

  /** Those of a member that work, the newest first. */
  async list<Feed extends CalendarFeed>({ table }: FeedKind<Feed>, memberId: MemberId): Promise<Feed[]> {
    const where = { memberId, revokedAt: IsNull() };
    const order = { createdAt: 'DESC', id: 'DESC' } as const;
    return (await this.database.manager.find<CalendarFeed>(table, { where, order })) as Feed[];
  }

  /** @returns the feed, and its address, which is stored nowhere. @throws Fault of the kind: too many {count} */
  async create<Feed extends CalendarFeed>(
    kind: FeedKind<Feed>,
    { memberId, language }: Reader,
    shown: Shown<Feed>,
  ): Promise<{ feed: Feed; url: string }> {
    const { table, path, subject, created, tooMany } = kind;
    const secret = newSecret();
    const feed = await this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      const where = { memberId, revokedAt: IsNull() };
      const count = await manager.countBy<CalendarFeed>(table, where);
      if (count >= MOST_FEEDS) throw new Fault(tooMany, { count });
      const row = Object.assign(new table(), shown, {
        ...{ id: newId<string>(), tokenHash: hashSecret(secret), memberId, language },
        ...{ createdAt: now, revokedAt: null },
      });
      await manager.insert<CalendarFeed>(table, row);
      await audit(unit, { action: created, subject: [subject, row.id] });
      return row;
    });
    return { feed, url: `${this.baseUrl.get()}/api/v1/${path}/${secret}` };
  }

  /** Does nothing to a feed that is revoked already, or that the member does not have. */
  async revoke<Feed extends CalendarFeed>(
    { table, subject, revoked }: FeedKind<Feed>,
    memberId: MemberId,
    id: string,
  ): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      const where = { id, memberId, revokedAt: IsNull() };
      const { affected } = await manager.update<CalendarFeed>(table, where, { revokedAt: now });
      if (affected === 1) await audit(unit, { action: revoked, subject: [subject, id] });
    });
  }

  /** The feed behind a secret, while it works. @throws Fault of the kind: unknown */
  async find<Feed extends CalendarFeed>({ table, unknown }: FeedKind<Feed>, secret: string): Promise<Feed> {
    const where = { tokenHash: hashSecret(secret), revokedAt: IsNull() };
    const feed = await this.database.manager.findOneBy<CalendarFeed>(table, where);
    if (!feed) throw new Fault(unknown);
    return feed as Feed;
  }
}
