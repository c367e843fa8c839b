import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { queueWeightsAudit } from './queue-weights.audit';
import { QueueWeightsController } from './queue-weights.controller';
import { LabQueueWeights } from './queue-weights.entity';
import { QueueWeights1764500100000 } from './queue-weights.migration';
import { QueueWeightsService } from './queue-weights.service';

@Module({ controllers: [QueueWeightsController], providers: [QueueWeightsService] })
export class QueueWeightsModule {}

export const queueWeights = {
  module: QueueWeightsModule,
  tables: [LabQueueWeights],
  migrations: [QueueWeights1764500100000],
  auditWords: [queueWeightsAudit],
} satisfies Feature;
