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
import { Conventions1764500219000 } from './conventions.migration';

/** Agreements with their aims, subsidies and costs. */
@Module({})
export class ConventionsModule {}

export const conventions: Feature = {
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
};
