import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { LabId } from '@pandafab/shared';
import type { Redis } from 'ioredis';
import { SERVER_CONFIG, type ServerConfig } from '../config';
import { PresenceBook } from '../link/presence-book';
import { UnitOfWork } from '../persistence/unit-of-work';
import { connectRedis } from '../queues/redis';

const CHANNEL = 'pandafab:live';

/**
 * Who shows a lab is told here that something in it is another than before: what labs report, every process hears from
 * the broker itself; what one process committed, it tells the others through Redis. A hint says which lab, no more:
 * whoever hears it looks again.
 */
@Injectable()
export class LabHints implements OnModuleDestroy {
  private readonly publisher: Redis;
  private readonly subscriber: Redis;
  private readonly listeners: ((labId: LabId | 'any') => void)[] = [];

  constructor(@Inject(SERVER_CONFIG) config: ServerConfig, unitOfWork: UnitOfWork, presence: PresenceBook) {
    // Without Redis there is nobody to tell: what was missed, they look for when it is back.
    this.publisher = connectRedis(config.redisUrl, { enableOfflineQueue: false });
    // ioredis catches nothing when it subscribes again by itself: an end in that moment would be a process's failure.
    this.subscriber = connectRedis(config.redisUrl, { autoResubscribe: false });
    this.subscriber.on('message', (_channel, labId) => this.hint(labId as LabId));
    this.subscriber.on('ready', () => this.subscribe());
    presence.onChange((labId) => this.hint(labId));
    unitOfWork.onCommit((touched) => {
      for (const labId of touched) this.tell(labId);
    });
  }

  /** @param listener told of a lab; of `any` when hints may have been missed */
  listen(listener: (labId: LabId | 'any') => void): void {
    this.listeners.push(listener);
  }

  onModuleDestroy(): void {
    this.publisher.disconnect();
    this.subscriber.disconnect();
  }

  /** What was told until now was missed. If this fails, the connection is gone, and comes again. */
  private subscribe(): void {
    this.subscriber.subscribe(CHANNEL).then(
      () => this.hint('any'),
      () => {},
    );
  }

  private tell(labId: LabId): void {
    this.hint(labId);
    this.publisher.publish(CHANNEL, labId).catch(() => {});
  }

  private hint(labId: LabId | 'any'): void {
    for (const listener of this.listeners) listener(labId);
  }
}
