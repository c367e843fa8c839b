import { Module } from '@nestjs/common';
import { LinkModule } from '../../network/link/link.module';
import type { Feature } from '../../platform/kit/feature';
import { HeaterNotices } from './heater-notices';
import { jobNotices } from './job-notices';
import { LabWatchService } from './lab-watch.service';
import { staffNotices } from './staff-notices';
import { WatchedCondition } from './watched-condition.entity';
import { WatchedConditions1764500051000 } from './watched-conditions.migration';

/** The kinds of notices about jobs and machines, and the watch over the labs for their staff. */
@Module({ imports: [LinkModule], providers: [HeaterNotices, LabWatchService] })
export class ProductionNoticesModule {}

export const productionNotices = {
  module: ProductionNoticesModule,
  tables: [WatchedCondition],
  migrations: [WatchedConditions1764500051000],
  noticeKinds: [...jobNotices, ...staffNotices],
} satisfies Feature;
