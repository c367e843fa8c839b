import type { Unit } from '../persistence/unit';
import { OutboxEntry } from './outbox.entity';
import type { QueueJob } from './queue-job';

/** Writes a queue job in the caller's unit of work: it is added to BullMQ once, and only if that commits. */
export async function enqueue<Data extends object>(
  unit: Unit,
  job: QueueJob<Data>,
  data: Data,
): Promise<void> {
  const entry = { id: job.id(data), name: job.name, data, createdAt: unit.now };
  unit.feed(OutboxEntry);
  await unit.manager.createQueryBuilder().insert().into(OutboxEntry).values(entry).orIgnore().execute();
}

/** Requests a step again: after Redis lost it, or when an administrator retries a failed one. */
export function askAgain<Data extends object>(unit: Unit, job: QueueJob<Data>, data: Data): Promise<void> {
  return job.askAgain ? job.askAgain(unit, data) : enqueue(unit, job, data);
}
