import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Clock, Instant } from '@pandafab/shared';
import { CLOCK, SERVER_CONFIG, type ServerConfig } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { PeriodicWork } from '../../platform/queues/periodic-work';
import { TranscriptStore } from '../../production/jobs/transcript-store';
import { RULES, type Rule } from './rules';

const EVERY_MS = 3_600_000;
const DAY_MS = 24 * EVERY_MS;
/** The number of rows that one unit of work deletes: on SQLite every other write waits for it. */
const BATCH = 500;

/** Deletes records that are no longer needed, every hour: otherwise they would grow without limit. */
@Injectable()
export class Retention implements OnModuleInit {
  private readonly log = new Logger('Retention');

  constructor(
    @Inject(SERVER_CONFIG) private readonly config: ServerConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
    private readonly transcripts: TranscriptStore,
    private readonly periodic: PeriodicWork,
  ) {}

  onModuleInit(): void {
    this.periodic.register({ name: 'retention', everyMs: EVERY_MS, run: () => this.sweep() });
  }

  async sweep(): Promise<void> {
    for (const rule of RULES) {
      const removed = await this.deleteAll(rule, this.before(rule.keep, rule.times));
      if (removed > 0) this.log.log(`${removed} expired rows of ${rule.table} deleted`);
    }
    const removed = await this.transcripts.removeOlder(this.before('transcripts'));
    if (removed > 0) this.log.log(`${removed} expired transcripts deleted`);
  }

  private before(what: keyof ServerConfig['keepDays'], times = 1): Instant {
    return this.clock.now() - this.config.keepDays[what] * times * DAY_MS;
  }

  private async deleteAll({ entity, where }: Rule, before: Instant): Promise<number> {
    const old = this.read
      .of(entity)
      .createQueryBuilder('row')
      .select('row.id', 'id')
      .where(where, { before });
    let removed = 0;
    for (;;) {
      // A finished record stays finished, so the search needs no unit of work, for which others would wait.
      const ids = (await old.limit(BATCH).getRawMany<{ id: string }>()).map(({ id }) => id);
      if (ids.length > 0) await this.unitOfWork.run(({ manager }) => manager.delete(entity, ids));
      removed += ids.length;
      if (ids.length < BATCH) return removed;
    }
  }
}
