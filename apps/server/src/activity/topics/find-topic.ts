import { Fault, type TopicId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { Unit } from '../../platform/persistence/unit';
import { Topic } from './topic.entity';

/** @throws Fault TOPIC.UNKNOWN */
export async function findTopic(manager: EntityManager, id: TopicId): Promise<Topic> {
  const topic = await manager.findOneBy(Topic, { id });
  if (!topic) throw new Fault('TOPIC.UNKNOWN');
  return topic;
}

/** Locks this topic until the unit of work ends. On PostgreSQL, writing the row locks it. */
export async function holdTopic({ manager }: Unit, id: TopicId): Promise<void> {
  await manager.update(Topic, { id }, { id });
}

/**
 * A topic for a new session. It stays locked: it cannot be retired before the session is there.
 * @throws Fault TOPIC.UNKNOWN, TOPIC.RETIRED {name}
 */
export async function demandTopic(unit: Unit, id: TopicId): Promise<Topic> {
  await holdTopic(unit, id);
  const topic = await findTopic(unit.manager, id);
  if (topic.retiredAt !== null) throw new Fault('TOPIC.RETIRED', { name: topic.nameFr });
  return topic;
}
