import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { JobsModule } from '../../production/jobs/jobs.module';
import { Retention } from './retention.service';

@Module({ imports: [JobsModule], providers: [Retention] })
export class RetentionModule {}

export const retention: Feature = { module: RetentionModule };
