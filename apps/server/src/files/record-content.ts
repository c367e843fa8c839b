import type { Clock } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { UnitOfWork } from '../persistence/unit-of-work';
import { enqueue } from '../queues/outbox';
import { StoredFile } from './file.entity';
import type { IncomingFile, ReceivedFile } from './file-store';

/**
 * The row of a content that is in the store, held until this unit of work ends: an analysis that ends meanwhile would not
 * see what is made of it here, which would wait for it for ever; nor is it swept away. Two that bring the same new
 * content at once make one row. A new one is analysed.
 */
export async function recordContent(
  manager: EntityManager,
  clock: Clock,
  content: ReceivedFile,
): Promise<StoredFile> {
  const { sha256, bytes } = content;
  const row = { sha256, bytes, state: 'pending' as const, createdAt: clock.now() };
  await manager.createQueryBuilder().insert().into(StoredFile).values(row).orIgnore().execute();
  // Writing it again is what locks a row that was there, on PostgreSQL.
  const { affected } = await manager.update(StoredFile, { sha256 }, { bytes });
  // It was there, and was swept away just now.
  if (affected === 0) return recordContent(manager, clock, content);
  const file = await manager.findOneByOrFail(StoredFile, { sha256 });
  if (file.state === 'pending') await enqueue(manager, clock, 'file.analyse', { sha256 });
  return file;
}

/** Keeps a content, and at once writes down that it is there: whatever is made of it or not, the sweep knows it. */
export async function keepContent(unitOfWork: UnitOfWork, clock: Clock, file: IncomingFile): Promise<void> {
  await file.keep();
  await unitOfWork.run((manager) => recordContent(manager, clock, file));
}
