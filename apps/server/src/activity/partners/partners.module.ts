import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { Partner } from './partner.entity';
import { Partners1764500211000 } from './partners.migration';

/** What reports need to know of organisations. */
@Module({})
export class PartnersModule {}

export const partners: Feature = {
  module: PartnersModule,
  tables: [Partner],
  migrations: [Partners1764500211000],
};
