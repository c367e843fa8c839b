import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import type { Clock, Instant } from '@pandafab/shared';
import { CLOCK, SERVER_CONFIG, type ServerConfig } from '../config';
import { TranscriptStore } from '../link/transcript-store';
import { ReadDatabase } from '../persistence/read-database';
import { UnitOfWork } from '../persistence/unit-of-work';
import { Recurring } from '../recurring';
import { RULES, type Rule } from './rules';

const EVERY_MS = 3_600_000;
const DAY_MS = 24 * EVERY_MS;
/** As many rows as one unit of work deletes: on SQLite every other write waits for it. */
const BATCH = 500;

/** Throws away what nobody needs any more, at start and every hour: what would otherwise grow without end. */
@Injectable()
export class Retention implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Retention');
  private readonly recurring: Recurring;

  constructor(
    @Inject(SERVER_CONFIG) private readonly config: ServerConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
    private readonly transcripts: TranscriptStore,
  ) {
    this.recurring = new Recurring(
      clock,
      EVERY_MS,
      () => this.sweep(),
      ({ message }) => this.log.warn(`what is kept no longer is thrown away later: ${message}`),
    );
  }

  onApplicationBootstrap(): void {
    this.recurring.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.recurring.stop();
  }

  async sweep(): Promise<void> {
    for (const rule of RULES) {
      const removed = await this.deleteAll(rule, this.before(rule.keep));
      if (removed > 0) this.log.log(`${removed} rows of ${rule.table} are thrown away`);
    }
    const removed = await this.transcripts.removeOlder(this.before('transcripts'));
    if (removed > 0) this.log.log(`${removed} transcripts are thrown away`);
  }

  private before(what: keyof ServerConfig['keepDays']): Instant {
    return this.clock.now() - this.config.keepDays[what] * DAY_MS;
  }

  private async deleteAll({ entity, where }: Rule, before: Instant): Promise<number> {
    const old = this.read
      .of(entity)
      .createQueryBuilder('row')
      .select('row.id', 'id')
      .where(where, { before });
    let removed = 0;
    for (;;) {
      // What is done with stays so: it is looked for without a unit of work, which others would wait for.
      const ids = (await old.limit(BATCH).getRawMany<{ id: string }>()).map(({ id }) => id);
      if (ids.length > 0) await this.unitOfWork.run((manager) => manager.delete(entity, ids));
      removed += ids.length;
      if (ids.length < BATCH) return removed;
    }
  }
}
