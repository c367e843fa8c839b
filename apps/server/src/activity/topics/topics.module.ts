import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { StartingTopics1764500222000 } from './starting-topics.migration';
import { Topic } from './topic.entity';
import { TopicUses } from './topic-uses';
import { topicsAudit } from './topics.audit';
import { TopicsController } from './topics.controller';
import { topicsFaults } from './topics.faults';
import { Topics1764500210000 } from './topics.migration';
import { TopicsService } from './topics.service';

/** The catalogue of introductions. */
@Module({ controllers: [TopicsController], providers: [TopicUses, TopicsService], exports: [TopicUses] })
export class TopicsModule {}

export const topics = {
  module: TopicsModule,
  tables: [Topic],
  migrations: [Topics1764500210000, StartingTopics1764500222000],
  auditWords: [topicsAudit],
  faults: [topicsFaults],
} satisfies Feature;
