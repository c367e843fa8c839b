import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { Partner } from './partner.entity';
import { partnersAudit } from './partners.audit';
import { PartnersController } from './partners.controller';
import { partnersFaults } from './partners.faults';
import { Partners1764500211000 } from './partners.migration';
import { PartnersService } from './partners.service';

/** What reports need to know of organisations. */
@Module({ controllers: [PartnersController], providers: [PartnersService] })
export class PartnersModule {}

export const partners = {
  module: PartnersModule,
  tables: [Partner],
  migrations: [Partners1764500211000],
  auditWords: [partnersAudit],
  faults: [partnersFaults],
} satisfies Feature;
