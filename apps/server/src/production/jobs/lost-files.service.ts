import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import type { CancelTimer, Clock } from '@pandafab/shared';
import { In, IsNull, Not } from 'typeorm';
import { requestMatchingOf } from '../../network/labs/request-matching';
import { FileStore } from '../../platform/file-store/file-store';
import { Coalesced } from '../../platform/kit/coalesced';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { StoredFile } from '../files/file.entity';
import { writeLostAt } from '../files/write-analysis';
import { Job } from './job.entities';

/** The server notices restored files within this time. */
const LOOK_EVERY_MS = 30_000;

/** A whole file store may be lost: SQLite takes 32 766 parameters in one statement (sqlite.org/limits.html). */
const BATCH = 500;

/**
 * Files that are in the database but not in the file store: the files' backup was older than the database's, or their
 * disk is missing. Their jobs keep their place in the queue, wait and show the reason; when the files are back, the
 * jobs go on.
 */
@Injectable()
export class LostFiles implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Files');
  private cancel: CancelTimer = () => {};
  private readonly looking = new Coalesced(
    () => this.look(),
    (error) => this.log.warn(`could not check for lost files: ${error.message}`),
  );

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly store: FileStore,
  ) {}

  onApplicationBootstrap(): void {
    this.looking.poke();
    this.cancel = this.clock.setTimer(LOOK_EVERY_MS, () => this.onApplicationBootstrap());
  }

  onModuleDestroy(): Promise<void> {
    this.cancel();
    return this.looking.close();
  }

  /** False if the file store does not have a file that a lab requested; its jobs then wait. */
  async isHereOrNoted(sha256: string): Promise<boolean> {
    const file = await this.database.of(StoredFile).findOneBy({ sha256 });
    if (!file || (await this.store.has(sha256, file.bytes))) return true;
    await this.note([sha256], this.clock.now());
    return false;
  }

  /** The files of jobs that wait for a machine, and the files that were missing before. */
  private async look(): Promise<void> {
    const queued = await this.database
      .of(StoredFile)
      .createQueryBuilder('file')
      .where(`EXISTS (SELECT 1 FROM jobs j WHERE j."fileSha256" = file.sha256 AND j.state = 'queued')`)
      .select(['file.sha256', 'file.bytes', 'file.lostAt'])
      .getMany();
    const missed = await this.database.of(StoredFile).findBy({ lostAt: Not(IsNull()) });
    const lost: string[] = [];
    const found: string[] = [];
    for (const { sha256, bytes, lostAt } of new Map(
      [...queued, ...missed].map((f) => [f.sha256, f]),
    ).values()) {
      const isHere = await this.store.has(sha256, bytes);
      if (isHere && lostAt !== null) found.push(sha256);
      if (!isHere && lostAt === null) lost.push(sha256);
    }
    await this.noteAll(lost, this.clock.now());
    await this.noteAll(found, null);
  }

  private async noteAll(sha256s: readonly string[], lostAt: number | null): Promise<void> {
    for (let at = 0; at < sha256s.length; at += BATCH) await this.note(sha256s.slice(at, at + BATCH), lostAt);
  }

  private async note(sha256s: readonly string[], lostAt: number | null): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      await writeLostAt(unit, sha256s, lostAt);
      const jobs = await manager.findBy(Job, { fileSha256: In([...sha256s]), state: 'queued' });
      await requestMatchingOf(
        unit,
        jobs.map(({ labId }) => labId),
      );
    });
    if (lostAt === null) this.log.log(`${sha256s.length} files are back: their jobs go on`);
    else this.log.error(`${sha256s.length} files are missing in the file store: their jobs wait for them`);
  }
}
