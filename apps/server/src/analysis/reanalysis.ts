import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { ANALYSER_VERSION } from '@pandafab/gcode';
import type { CancelTimer, Clock } from '@pandafab/shared';
import { CLOCK } from '../config';
import { StoredFile } from '../files/file.entity';
import { Job } from '../jobs/job.entities';
import { awaitDatabase } from '../persistence/await-database';
import { ReadDatabase } from '../persistence/read-database';
import { UnitOfWork } from '../persistence/unit-of-work';
import { enqueue } from '../queues/outbox';

/** So many at a time: a step that waits costs room in Redis, and a new version may concern years of files. */
const AT_ONCE = 100;
const PAUSE_MS = 30_000;

/**
 * Has files read again that an earlier version of the analyser has read, a few at a time and after everything else.
 * Until then what it said of them stands.
 */
@Injectable()
export class Reanalysis implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Analysis');
  private waiting: string[] = [];
  private cancelTimer: CancelTimer = () => {};

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.waiting = await awaitDatabase(
      this.clock,
      () => this.outdated(),
      () => {},
    );
    if (this.waiting.length === 0) return;
    this.log.log(
      `${this.waiting.length} files are read again by version ${ANALYSER_VERSION} of the analyser`,
    );
    await this.askOn();
  }

  onModuleDestroy(): void {
    this.cancelTimer();
  }

  private async ask(): Promise<void> {
    const some = this.waiting.slice(0, AT_ONCE);
    await this.unitOfWork.run(async (manager) => {
      for (const sha256 of some)
        await enqueue(manager, this.clock, 'file.reanalyse', { sha256, version: ANALYSER_VERSION });
    });
    this.waiting = this.waiting.slice(some.length);
  }

  /** Some now, and the others, or those that could not be asked for, later. */
  private async askOn(): Promise<void> {
    await this.ask().catch((error: Error) =>
      this.log.error(`files are not read again yet: ${error.message}`),
    );
    if (this.waiting.length > 0) this.cancelTimer = this.clock.setTimer(PAUSE_MS, () => this.askOn());
  }

  /** Those whose jobs wait for a machine first, then the newest. */
  private async outdated(): Promise<string[]> {
    const rows = await this.database
      .of(StoredFile)
      .createQueryBuilder('file')
      .leftJoin(Job, 'job', "job.fileSha256 = file.sha256 AND job.state = 'queued'")
      .select('file.sha256', 'sha256')
      .where("file.state <> 'pending'")
      .andWhere('(file.analyserVersion IS NULL OR file.analyserVersion < :version)', {
        version: ANALYSER_VERSION,
      })
      .groupBy('file.sha256')
      .orderBy('COUNT(job.id)', 'DESC')
      .addOrderBy('file.createdAt', 'DESC')
      .getRawMany<{ sha256: string }>();
    return rows.map(({ sha256 }) => sha256);
  }
}
