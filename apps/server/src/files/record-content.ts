import type { Clock } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { enqueue } from '../queues/outbox';
import { StoredFile } from './file.entity';
import type { ReceivedFile } from './file-store';

/**
 * The row of a content that is in the store, held until this unit of work ends: an analysis that ends meanwhile would not
 * see what is made of it here, which would wait for it for ever; nor is it swept away. Two that bring the same new
 * content at once make one row. A new one is analysed.
 */
export async function recordContent(
  manager: EntityManager,
  clock: Clock,
  { sha256, bytes }: ReceivedFile,
): Promise<StoredFile> {
  const row = { sha256, bytes, state: 'pending' as const, createdAt: clock.now() };
  await manager.createQueryBuilder().insert().into(StoredFile).values(row).orIgnore().execute();
  // Writing it again is what locks a row that was there, on PostgreSQL.
  await manager.update(StoredFile, { sha256 }, { bytes });
  const file = await manager.findOneByOrFail(StoredFile, { sha256 });
  if (file.state === 'pending') await enqueue(manager, clock, 'file.analyse', { sha256 });
  return file;
}
