import { Module } from '@nestjs/common';
import { ImportModule } from '../../people/import/import.module';
import type { Feature } from '../../platform/kit/feature';
import { TariffsModule } from '../tariffs/tariffs.module';
import { CalculationService } from './calculation.service';
import { PublishTariffService } from './publish-tariff.service';
import { TariffsController } from './tariffs.controller';
import { UsageService } from './usage.service';
import { UsageRecord } from './usage-record.entity';
import { UsageRecordsController } from './usage-records.controller';
import { UsageRegistrations } from './usage-registrations';

/** Usage records, and their actual or hypothetical price. */
@Module({
  imports: [ImportModule, TariffsModule],
  controllers: [TariffsController, UsageRecordsController],
  providers: [CalculationService, PublishTariffService, UsageRegistrations, UsageService],
  exports: [UsageService],
})
export class PricingModule {}

export const pricing: Feature = { module: PricingModule, tables: [UsageRecord] };
