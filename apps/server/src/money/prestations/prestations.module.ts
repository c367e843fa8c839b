import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { Prestation, PrestationLine } from './prestation.entities';
import { PrestationRegistrations } from './prestation-registrations';
import { PrestationWords1764350500000 } from './prestation-words.migration';
import { prestationsAudit } from './prestations.audit';
import { PrestationsController } from './prestations.controller';
import { prestationsFaults } from './prestations.faults';
import { PrestationsService } from './prestations.service';

/** Billable services for external clients. */
@Module({
  controllers: [PrestationsController],
  providers: [PrestationRegistrations, PrestationsService],
  exports: [PrestationsService],
})
export class PrestationsModule {}

export const prestations = {
  module: PrestationsModule,
  tables: [Prestation, PrestationLine],
  migrations: [PrestationWords1764350500000],
  auditWords: [prestationsAudit],
  faults: [prestationsFaults],
} satisfies Feature;
