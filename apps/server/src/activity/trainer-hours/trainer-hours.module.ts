import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { TrainerHours } from './trainer-hours.entity';
import { TrainerHours1764500217000 } from './trainer-hours.migration';

/** When trainers can be booked. */
@Module({})
export class TrainerHoursModule {}

export const trainerHours: Feature = {
  module: TrainerHoursModule,
  tables: [TrainerHours],
  migrations: [TrainerHours1764500217000],
};
