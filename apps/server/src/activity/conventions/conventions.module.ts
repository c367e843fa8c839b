import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import {
  Convention,
  ConventionCost,
  ConventionObjective,
  IndicatorTarget,
  ObjectiveIndicator,
  SubsidyInstalment,
} from './convention.entities';
import { ConventionHolds } from './convention-holds';
import { conventionsAudit } from './conventions.audit';
import { ConventionsController } from './conventions.controller';
import { conventionsFaults } from './conventions.faults';
import { Conventions1764500219000 } from './conventions.migration';
import { ConventionsService } from './conventions.service';
import { CostsController } from './costs.controller';
import { CostsService } from './costs.service';
import { IndicatorsController } from './indicators.controller';

/** Agreements with their aims, subsidies and costs. */
@Module({
  controllers: [ConventionsController, CostsController, IndicatorsController],
  providers: [ConventionHolds, ConventionsService, CostsService],
  exports: [ConventionHolds],
})
export class ConventionsModule {}

export const conventions = {
  module: ConventionsModule,
  tables: [
    Convention,
    ConventionObjective,
    ObjectiveIndicator,
    IndicatorTarget,
    SubsidyInstalment,
    ConventionCost,
  ],
  migrations: [Conventions1764500219000],
  auditWords: [conventionsAudit],
  faults: [conventionsFaults],
} satisfies Feature;
