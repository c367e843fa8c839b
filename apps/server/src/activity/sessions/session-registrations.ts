import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { TopicId } from '@pandafab/shared';
import { MoreThan } from 'typeorm';
import { labIdOf, SubjectLabs } from '../../platform/http/subject-labs';
import { TopicUses } from '../topics/topic-uses';
import { Session } from './session.entities';

/** Registers the answers that other modules need about sessions. */
@Injectable()
export class SessionRegistrations implements OnModuleInit {
  constructor(
    private readonly subjects: SubjectLabs,
    private readonly topicUses: TopicUses,
  ) {}

  onModuleInit(): void {
    this.subjects.register('lab-session', labIdOf(Session));
    this.topicUses.register(async (manager, topicId: TopicId, now) => {
      const where = { topicId, state: 'planned', untilAt: MoreThan(now) } as const;
      const [found, count] = await manager.findAndCount(Session, {
        ...{ where, order: { fromAt: 'ASC' }, take: 1 },
      });
      return { count, nextAt: found[0]?.fromAt ?? null };
    });
  }
}
