import type { IncomingFile, ReceivedFile } from '../../platform/file-store/file-store';
import type { Unit } from '../../platform/persistence/unit';
import type { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { enqueue } from '../../platform/queues/outbox';
import { analyseFile } from './analyse-file.job';
import { StoredFile } from './file.entity';

/**
 * The row of a content that is in the store, locked until this unit of work ends. Without the lock, an analysis that
 * ends meanwhile would not see the jobs made here, and they would wait for it forever; and the sweep could remove the
 * content. Two requests with the same new content at the same time make one row. A new content is analysed.
 */
export async function recordContent(unit: Unit, content: ReceivedFile): Promise<StoredFile> {
  const { manager, now } = unit;
  const { sha256, bytes } = content;
  const row = { sha256, bytes, state: 'pending' as const, createdAt: now };
  await manager.createQueryBuilder().insert().into(StoredFile).values(row).orIgnore().execute();
  // On PostgreSQL, this write locks a row that already exists.
  const { affected } = await manager.update(StoredFile, { sha256 }, { bytes });
  // The row existed, and the sweep has just removed it.
  if (affected === 0) return recordContent(unit, content);
  const file = await manager.findOneByOrFail(StoredFile, { sha256 });
  if (file.state === 'pending') await enqueue(unit, analyseFile, { sha256 });
  return file;
}

/** Stores a content and immediately writes its row, so that the sweep knows it even if no job uses it. */
export async function keepContent(unitOfWork: UnitOfWork, file: IncomingFile): Promise<void> {
  await file.keep();
  await unitOfWork.run((unit) => recordContent(unit, file));
}
