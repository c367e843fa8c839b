import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { LabId } from '@pandafab/shared';
import type { Redis } from 'ioredis';
import { PresenceBook } from '../../network/link/presence-book';
import { SERVER_CONFIG, type ServerConfig } from '../../platform/kit/config';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { connectRedis } from '../../platform/queues/redis';

const CHANNEL = 'pandafab:live';

/**
 * Tells the watchers of a lab that something in it has changed. Every process receives the reports of labs from the
 * broker; a process tells the others about its own commits through Redis. A hint only names the lab: the watcher then
 * reads the state again.
 */
@Injectable()
export class LabHints implements OnModuleDestroy {
  private readonly publisher: Redis;
  private readonly subscriber: Redis;
  private readonly listeners: ((labId: LabId | 'any') => void)[] = [];

  constructor(@Inject(SERVER_CONFIG) config: ServerConfig, unitOfWork: UnitOfWork, presence: PresenceBook) {
    // Without Redis no process can be told: the others read the state again when Redis is back.
    this.publisher = connectRedis(config.redisUrl, { enableOfflineQueue: false });
    // ioredis catches no error when it resubscribes by itself: a disconnection at that moment would stop the process.
    this.subscriber = connectRedis(config.redisUrl, { autoResubscribe: false });
    this.subscriber.on('message', (_channel, labId) => this.hint(labId as LabId));
    this.subscriber.on('ready', () => this.subscribe());
    presence.onChange((labId) => this.hint(labId));
    unitOfWork.onCommit((touched) => {
      for (const labId of touched) this.tell(labId);
    });
  }

  /** @param listener called with the id of a lab; with `any` when hints may have been missed */
  listen(listener: (labId: LabId | 'any') => void): void {
    this.listeners.push(listener);
  }

  onModuleDestroy(): void {
    this.publisher.disconnect();
    this.subscriber.disconnect();
  }

  /** Earlier hints were missed. If the subscription fails, the connection is lost; ioredis reconnects. */
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
