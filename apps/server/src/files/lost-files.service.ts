import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import type { CancelTimer, Clock } from '@pandafab/shared';
import { In, IsNull, Not } from 'typeorm';
import { Coalesced } from '../coalesced';
import { CLOCK } from '../config';
import { Job } from '../jobs/job.entities';
import { raiseMatches } from '../matching/raise-match';
import { ReadDatabase } from '../persistence/read-database';
import { UnitOfWork } from '../persistence/unit-of-work';
import { StoredFile } from './file.entity';
import { FileStore } from './file-store';

/** Files that were put back are noticed within this time. */
const LOOK_EVERY_MS = 30_000;

/** A whole file store may be lost: SQLite takes 32 766 parameters in one statement (sqlite.org/limits.html). */
const BATCH = 500;

/**
 * Files that the database names and the file store does not have: a backup of the files was older than the database's,
 * or their disk is not there. Their jobs keep their place in the queue, wait and say why; when the files are back, they
 * go on.
 */
@Injectable()
export class LostFiles implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Files');
  private cancel: CancelTimer = () => {};
  private readonly looking = new Coalesced(
    () => this.look(),
    (error) => this.log.warn(`files could not be looked for: ${error.message}`),
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

  /** False when the file store does not have a file that a lab asked for; its jobs then wait. */
  async isHereOrNoted(sha256: string): Promise<boolean> {
    const file = await this.database.of(StoredFile).findOneBy({ sha256 });
    if (!file || (await this.store.has(sha256, file.bytes))) return true;
    await this.note([sha256], this.clock.now());
    return false;
  }

  /** Everything that waits for a machine, and everything that was missed before. */
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
    const which = { sha256: In([...sha256s]) };
    await this.unitOfWork.run(async (manager) => {
      await manager.update(StoredFile, which, { lostAt });
      const jobs = await manager.findBy(Job, { fileSha256: which.sha256, state: 'queued' });
      await raiseMatches(
        manager,
        this.clock,
        jobs.map(({ labId }) => labId),
      );
    });
    if (lostAt === null) this.log.log(`${sha256s.length} files are here again: their jobs go on`);
    else this.log.error(`${sha256s.length} files are not in the file store: their jobs wait until they are`);
  }
}
