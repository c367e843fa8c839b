import { Global, Module } from '@nestjs/common';
import { QueueHandlers } from './queue-handlers';
import { QueueRebuilder } from './queue-rebuilder';
import { QueuesService } from './queues.service';

@Global()
@Module({
  providers: [QueueHandlers, QueueRebuilder, QueuesService],
  exports: [QueueHandlers, QueuesService],
})
export class QueuesModule {}
