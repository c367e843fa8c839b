import { Injectable } from '@nestjs/common';
import { Fault, folded, newId, type TopicId } from '@pandafab/shared';
import { type EntityManager, IsNull } from 'typeorm';
import { demandKind } from '../../network/machines/demand-kind';
import { audit, difference } from '../../platform/audit/audit';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { containing } from '../../platform/persistence/search';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { findTopic, holdTopic } from './find-topic';
import { Topic } from './topic.entity';
import { type TopicUse, TopicUses } from './topic-uses';
import type { NewTopicDto, TopicChangesDto, TopicQueryDto } from './topics.dto';

/** Between two topics, so that one can be put between them. */
const STEP = 10;

/** The catalogue of introductions. */
@Injectable()
export class TopicsService {
  constructor(
    private readonly read: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly uses: TopicUses,
  ) {}

  /** In their order. */
  async list({ retired, search }: TopicQueryDto) {
    const query = this.read.of(Topic).createQueryBuilder('topic').where('1 = 1');
    if (!retired) query.andWhere('topic.retiredAt IS NULL');
    if (search) query.andWhere("topic.foldedName LIKE :words ESCAPE '\\'", { words: containing(search) });
    const items = await query.orderBy('topic.position').addOrderBy('topic.id').getMany();
    return { items, total: items.length };
  }

  /** @throws Fault TOPIC.UNKNOWN */
  get(id: TopicId): Promise<Topic> {
    return findTopic(this.read.manager, id);
  }

  /** @throws Fault TOPIC.NAME_USED {name}, MACHINE.UNKNOWN_KIND */
  create(fields: NewTopicDto): Promise<Topic> {
    return this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      await holdTopics(unit);
      await demandFit(manager, fields);
      const last = await manager.maximum(Topic, 'position');
      const topic: Topic = {
        ...{ id: newId<TopicId>(), ...fields, position: Number(last ?? 0) + STEP },
        ...{ version: 1, retiredAt: null },
      };
      await manager.insert(Topic, topic);
      await audit(unit, { action: 'topic.made', subject: ['topic', topic.id], after: { ...fields } });
      return topic;
    });
  }

  /** @throws Fault TOPIC.UNKNOWN, TOPIC.CHANGED, TOPIC.NAME_USED {name}, MACHINE.UNKNOWN_KIND */
  change(id: TopicId, { version, ...fields }: TopicChangesDto): Promise<Topic> {
    return this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      await holdTopics(unit);
      const topic = await findTopic(manager, id);
      if (topic.version !== version) throw new Fault('TOPIC.CHANGED');
      await demandFit(manager, fields, id);
      const changed = difference(topic, fields);
      if (!changed) return topic;
      await manager.update(Topic, { id }, { ...fields, version: version + 1 });
      await audit(unit, { action: 'topic.changed', subject: ['topic', id], ...changed });
      return findTopic(manager, id);
    });
  }

  /** No new session can have it; planned ones keep it. Idempotent. @throws Fault TOPIC.UNKNOWN */
  retire(id: TopicId): Promise<{ topic: Topic; use: TopicUse }> {
    return this.unitOfWork.run(async (unit) => {
      const topic = await this.setRetired(unit, id, unit.now);
      return { topic, use: await this.uses.of(unit.manager, id, unit.now) };
    });
  }

  /** Idempotent. @throws Fault TOPIC.UNKNOWN, TOPIC.NAME_USED {name} */
  restore(id: TopicId): Promise<Topic> {
    return this.unitOfWork.run(async (unit) => {
      await holdTopics(unit);
      const topic = await findTopic(unit.manager, id);
      if (topic.retiredAt !== null) await demandNewName(unit.manager, topic.nameFr, id);
      return this.setRetired(unit, id, null);
    });
  }

  private async setRetired(unit: Unit, id: TopicId, retiredAt: number | null): Promise<Topic> {
    const { manager } = unit;
    await holdTopic(unit, id);
    const topic = await findTopic(manager, id);
    if ((topic.retiredAt === null) === (retiredAt === null)) return topic;
    await manager.update(Topic, { id }, { retiredAt, version: topic.version + 1 });
    const action = retiredAt === null ? 'topic.restored' : 'topic.retired';
    await audit(unit, { action, subject: ['topic', id] });
    return findTopic(manager, id);
  }
}

/** Lets only one unit of work at a time give names: PostgreSQL would run two at the same time. */
async function holdTopics({ manager }: Unit): Promise<void> {
  if (manager.connection.options.type === 'postgres')
    await manager.query('LOCK TABLE topics IN SHARE ROW EXCLUSIVE MODE');
}

async function demandFit(
  manager: EntityManager,
  { nameFr, inductionKind }: Pick<Topic, 'nameFr' | 'inductionKind'>,
  id?: TopicId,
): Promise<void> {
  if (inductionKind !== null) await demandKind(manager, inductionKind);
  await demandNewName(manager, nameFr, id);
}

/** Two topics of one name could not be told apart in a list. */
async function demandNewName(manager: EntityManager, name: string, id?: TopicId): Promise<void> {
  const others = await manager.findBy(Topic, { retiredAt: IsNull() });
  if (others.some((other) => other.id !== id && folded(other.nameFr) === folded(name)))
    throw new Fault('TOPIC.NAME_USED', { name });
}
