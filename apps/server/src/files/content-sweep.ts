import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Clock } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { CLOCK } from '../config';
import { ReadDatabase } from '../persistence/read-database';
import { UnitOfWork } from '../persistence/unit-of-work';
import { StoredFile } from './file.entity';
import { FileStore } from './file-store';
import { Thumbnail } from './thumbnail.entity';

/** Longer than any request lasts: what has lain for so long is not on its way any more. */
const SETTLED_MS = 5 * 3_600_000;

/** Whatever names a content of the store by its hash. An invoice's document could be sent as an upload, too. */
const IS_NAMED = [
  'jobs j WHERE j."fileSha256"',
  'uploads u WHERE u."fileSha256"',
  'invoice_documents d WHERE d.sha256',
]
  .map((table) => `EXISTS (SELECT 1 FROM ${table} = files.sha256)`)
  .join(' OR ');

/**
 * Removes contents that came as uploads and that nothing names any more. Only what this database itself knew as such is
 * removed: what it never knew may be another's.
 */
@Injectable()
export class ContentSweep {
  private readonly log = new Logger('Files');

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly store: FileStore,
  ) {}

  /** @returns how many contents were removed */
  async sweep(): Promise<number> {
    const before = this.clock.now() - SETTLED_MS;
    const unnamed = await this.database
      .of(StoredFile)
      .createQueryBuilder('files')
      .select('files.sha256', 'sha256')
      .where(`NOT (${IS_NAMED})`)
      .getRawMany<{ sha256: string }>();
    let removed = 0;
    for (const { sha256 } of unnamed)
      if (await this.remove(sha256, before).catch((error: Error) => this.leave(sha256, error))) removed++;
    await this.store.sweepIncoming(before);
    return removed;
  }

  /**
   * The row first: should the power go in between, bytes are left that nobody names, and never a name without its bytes.
   * @returns false where it came, or was named, since it was looked for
   */
  private async remove(sha256: string, before: number): Promise<boolean> {
    if (!(await this.store.isOlder(sha256, before))) return false;
    const isForgotten = await this.unitOfWork.run((manager) => forget(manager, sha256));
    return isForgotten && this.store.removeOlder(sha256, before);
  }

  private leave(sha256: string, { message }: Error): false {
    this.log.warn(`${sha256.slice(0, 12)} is thrown away later: ${message}`);
    return false;
  }
}

async function forget(manager: EntityManager, sha256: string): Promise<boolean> {
  // Whoever names this content now waits here, or is seen: both hold its row.
  await manager.update(StoredFile, { sha256 }, { sha256 });
  const query = manager.createQueryBuilder(StoredFile, 'files').where('files.sha256 = :sha256', { sha256 });
  if (await query.andWhere(`(${IS_NAMED})`).getExists()) return false;
  await manager.delete(Thumbnail, { fileSha256: sha256 });
  await manager.delete(StoredFile, { sha256 });
  return true;
}
