import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Feature } from '../kit/feature';
import { DeadLetter } from './dead-letter.entity';
import { DeadLettersController } from './dead-letters.controller';
import { DeadLettersService } from './dead-letters.service';
import { OutboxEntry } from './outbox.entity';
import { PeriodicWork } from './periodic-work';
import { QUEUE_JOBS, QueueHandlers } from './queue-handlers';
import type { AnyQueueJob } from './queue-job';
import { QueueRebuilder } from './queue-rebuilder';
import { queuesAudit } from './queues.audit';
import { queuesFaults } from './queues.faults';
import { QueuesService } from './queues.service';

@Global()
@Module({})
export class QueuesModule {
  static with(jobs: readonly AnyQueueJob[]): DynamicModule {
    return {
      module: QueuesModule,
      controllers: [DeadLettersController],
      providers: [
        { provide: QUEUE_JOBS, useValue: jobs },
        QueueHandlers,
        DeadLettersService,
        PeriodicWork,
        QueueRebuilder,
        QueuesService,
      ],
      exports: [PeriodicWork, QueueHandlers, QueuesService],
    };
  }
}

export const queues = {
  tables: [DeadLetter, OutboxEntry],
  auditWords: [queuesAudit],
  faults: [queuesFaults],
} satisfies Feature;
