import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { CLOCK } from '../config';
import { ReadDatabase } from '../persistence/read-database';
import { UnitOfWork } from '../persistence/unit-of-work';
import { StoredFile } from './file.entity';
import { FileStore } from './file-store';
import { Thumbnail } from './thumbnail.entity';

/** Between a content's coming to the disk and the row that names it nobody takes longer. */
const SETTLED_MS = 3_600_000;
const AT_ONCE = 200;

const IS_WANTED = `(EXISTS (SELECT 1 FROM jobs j WHERE j."fileSha256" = files.sha256)
  OR EXISTS (SELECT 1 FROM uploads u WHERE u."fileSha256" = files.sha256))`;

/** Removes contents that nothing names any more: first their rows, then what lies on the disk without one. */
@Injectable()
export class ContentSweep {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly store: FileStore,
  ) {}

  /** @returns how many contents were removed from the disk */
  async sweep(): Promise<number> {
    const unwanted = await this.database
      .of(StoredFile)
      .createQueryBuilder('files')
      .select('files.sha256', 'sha256')
      .where(`NOT ${IS_WANTED}`)
      .getRawMany<{ sha256: string }>();
    for (const { sha256 } of unwanted) await this.unitOfWork.run((manager) => forget(manager, sha256));
    return this.sweepDisk();
  }

  private async sweepDisk(): Promise<number> {
    const before = this.clock.now() - SETTLED_MS;
    let removed = 0;
    for await (const names of this.store.names(AT_ONCE)) {
      const named = await this.database.of(StoredFile).find({
        where: { sha256: In(names) },
        select: { sha256: true },
      });
      const known = new Set(named.map(({ sha256 }) => sha256));
      for (const name of names)
        if (!known.has(name) && (await this.store.removeOlder(name, before))) removed++;
    }
    await this.store.sweepIncoming(before);
    return removed;
  }
}

/** Nothing where somebody has named it meanwhile. */
async function forget(manager: EntityManager, sha256: string): Promise<void> {
  // Whoever names this content now waits here, or is seen: both hold its row.
  await manager.update(StoredFile, { sha256 }, { sha256 });
  const query = manager.createQueryBuilder(StoredFile, 'files').where('files.sha256 = :sha256', { sha256 });
  if (await query.andWhere(IS_WANTED).getExists()) return;
  await manager.delete(Thumbnail, { fileSha256: sha256 });
  await manager.delete(StoredFile, { sha256 });
}
