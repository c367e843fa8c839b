import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { Topic } from './topic.entity';
import { Topics1764500210000 } from './topics.migration';

/** The catalogue of introductions. */
@Module({})
export class TopicsModule {}

export const topics: Feature = {
  module: TopicsModule,
  tables: [Topic],
  migrations: [Topics1764500210000],
};
