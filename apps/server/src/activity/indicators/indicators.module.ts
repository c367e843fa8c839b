import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { DashboardController } from './dashboard.controller';
import { DashboardService } from './dashboard.service';

/** Figures of activity and money, for dashboards and reports. */
@Module({ controllers: [DashboardController], providers: [DashboardService] })
export class IndicatorsModule {}

export const indicators: Feature = { module: IndicatorsModule };
