import type { Clock } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { OutboxEntry } from './outbox.entity';
import { type QueueJobName, type QueueJobs, queueJobIds } from './queue-jobs';

/** Writes a queue job in the unit of work that wants it: it is added to BullMQ once, and only if, that commits. */
export async function enqueue<Name extends QueueJobName>(
  manager: EntityManager,
  clock: Clock,
  name: Name,
  data: QueueJobs[Name],
): Promise<void> {
  const id = queueJobIds[name](data);
  const entry = { id, name, data, createdAt: clock.now() };
  await manager.createQueryBuilder().insert().into(OutboxEntry).values(entry).orIgnore().execute();
}
