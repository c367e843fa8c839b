import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { BoardService } from './board.service';
import { LinesService } from './lines.service';
import { OrderPapers } from './order-papers';
import { OrderStateService } from './order-state.service';
import { Prestation, PrestationLine, PrestationStage } from './prestation.entities';
import { PrestationLinesController } from './prestation-lines.controller';
import { PrestationRegistrations } from './prestation-registrations';
import { PrestationStages1764500002000 } from './prestation-stages.migration';
import { PrestationWords1764350500000 } from './prestation-words.migration';
import { prestationsAudit } from './prestations.audit';
import { PrestationsController } from './prestations.controller';
import { prestationsFaults } from './prestations.faults';
import { PrestationsService } from './prestations.service';
import { StagesService } from './stages.service';

/** Billable services for external clients. */
@Module({
  controllers: [PrestationsController, PrestationLinesController],
  providers: [
    ...[BoardService, LinesService, OrderPapers, OrderStateService],
    ...[PrestationRegistrations, PrestationsService, StagesService],
  ],
  exports: [OrderPapers, PrestationsService],
})
export class PrestationsModule {}

export const prestations = {
  module: PrestationsModule,
  tables: [Prestation, PrestationLine, PrestationStage],
  migrations: [PrestationWords1764350500000, PrestationStages1764500002000],
  auditWords: [prestationsAudit],
  faults: [prestationsFaults],
} satisfies Feature;
