import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Clock } from '@pandafab/shared';
import { ContentReferences } from '../../platform/content-references/content-references';
import { FileStore } from '../../platform/file-store/file-store';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { StoredFile } from './file.entity';
import { Thumbnail } from './thumbnail.entity';

/** Longer than any request: no request is still receiving a content of this age. */
const SETTLED_MS = 5 * 3_600_000;

/**
 * Removes contents that came as uploads and that no table refers to any more (`ContentReferences`). Removes only
 * contents that have a row in this database: others may belong to another database.
 */
@Injectable()
export class ContentSweep implements OnModuleInit {
  private readonly log = new Logger('Files');

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly store: FileStore,
    private readonly references: ContentReferences,
  ) {}

  onModuleInit(): void {
    this.references.removedWithContent(StoredFile, Thumbnail);
  }

  /** @returns how many contents were removed */
  async sweep(): Promise<number> {
    const before = this.clock.now() - SETTLED_MS;
    const unnamed = await this.database
      .of(StoredFile)
      .createQueryBuilder('files')
      .select('files.sha256', 'sha256')
      .where(`NOT (${this.references.isReferredTo('files.sha256')})`)
      .getRawMany<{ sha256: string }>();
    let removed = 0;
    for (const { sha256 } of unnamed)
      if (await this.remove(sha256, before).catch((error: Error) => this.leave(sha256, error))) removed++;
    await this.store.sweepIncoming(before);
    return removed;
  }

  /**
   * Deletes the row first: after a power cut in between, bytes without a row remain, but never a row without its bytes.
   * @returns false if the content was uploaded again, or referred to, since the search
   */
  private async remove(sha256: string, before: number): Promise<boolean> {
    if (!(await this.store.isOlder(sha256, before))) return false;
    const isForgotten = await this.unitOfWork.run((unit) => this.forget(unit, sha256));
    return isForgotten && this.store.removeOlder(sha256, before);
  }

  private leave(sha256: string, { message }: Error): false {
    this.log.warn(`${sha256.slice(0, 12)} could not be removed, next try later: ${message}`);
    return false;
  }

  private async forget({ manager }: Unit, sha256: string): Promise<boolean> {
    // A concurrent unit of work that refers to this content waits here, or is seen: both lock its row.
    await manager.update(StoredFile, { sha256 }, { sha256 });
    const isReferredTo = this.references.isReferredTo('files.sha256');
    const query = manager.createQueryBuilder(StoredFile, 'files').where('files.sha256 = :sha256', { sha256 });
    if (await query.andWhere(`(${isReferredTo})`).getExists()) return false;
    await manager.delete(Thumbnail, { fileSha256: sha256 });
    await manager.delete(StoredFile, { sha256 });
    return true;
  }
}
