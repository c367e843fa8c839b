import { Global, Module } from '@nestjs/common';
import { DeadLettersController } from './dead-letters.controller';
import { DeadLettersService } from './dead-letters.service';
import { QueueHandlers } from './queue-handlers';
import { QueueRebuilder } from './queue-rebuilder';
import { QueuesService } from './queues.service';

@Global()
@Module({
  controllers: [DeadLettersController],
  providers: [DeadLettersService, QueueHandlers, QueueRebuilder, QueuesService],
  exports: [QueueHandlers, QueuesService],
})
export class QueuesModule {}
