import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { ANALYSER_VERSION } from '@pandafab/gcode';
import type { CancelTimer, Clock } from '@pandafab/shared';
import { CLOCK } from '../../platform/kit/config';
import { awaitDatabase } from '../../platform/persistence/await-database';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { enqueue } from '../../platform/queues/outbox';
import { StoredFile } from '../files/file.entity';
import { Job } from '../jobs/job.entities';
import { reanalyseFile } from './reanalyse-file.job';

/** Upper bound of queued files: each queued step takes memory in Redis, and a new version may affect years of files. */
const AT_ONCE = 100;
const PAUSE_MS = 30_000;

/**
 * Requests a new analysis of files that an earlier version of the analyser has read: a few at a time, with the lowest
 * priority. Until then the earlier analysis stays valid.
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
    await this.unitOfWork.run(async (unit) => {
      for (const sha256 of some) await enqueue(unit, reanalyseFile, { sha256, version: ANALYSER_VERSION });
    });
    this.waiting = this.waiting.slice(some.length);
  }

  /** Requests some now; the others, and those whose request failed, later. */
  private async askOn(): Promise<void> {
    await this.ask().catch((error: Error) =>
      this.log.error(`could not request new analyses of files: ${error.message}`),
    );
    if (this.waiting.length > 0) this.cancelTimer = this.clock.setTimer(PAUSE_MS, () => this.askOn());
  }

  /** Files whose jobs wait for a machine first, then the newest. */
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
