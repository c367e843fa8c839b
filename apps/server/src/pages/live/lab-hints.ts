import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { AccountId, LabId } from '@pandafab/shared';
import type { Redis } from 'ioredis';
import { PresenceBook } from '../../network/link/presence-book';
import { SERVER_CONFIG, type ServerConfig } from '../../platform/kit/config';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { connectRedis } from '../../platform/queues/redis';

const CHANNEL = 'pandafab:live';
/** Before the id of an account, in place of a lab's id. */
const OF_ACCOUNT = 'account:';

/** What has changed: a lab, what an account has to read, or perhaps anything. */
export type Hint = LabId | 'any' | { readonly accountId: AccountId };

/**
 * Tells the watchers of a lab that something in it has changed, and an account's watchers that it has news. Every process receives the reports of labs from the
 * broker; a process tells the others about its own commits through Redis. A hint only names the lab: the watcher then
 * reads the state again.
 */
@Injectable()
export class LabHints implements OnModuleDestroy {
  private readonly publisher: Redis;
  private readonly subscriber: Redis;
  private readonly listeners: ((hint: Hint) => void)[] = [];

  constructor(@Inject(SERVER_CONFIG) config: ServerConfig, unitOfWork: UnitOfWork, presence: PresenceBook) {
    // Without Redis no process can be told: the others read the state again when Redis is back.
    this.publisher = connectRedis(config.redisUrl, { enableOfflineQueue: false });
    // ioredis catches no error when it resubscribes by itself: a disconnection at that moment would stop the process.
    this.subscriber = connectRedis(config.redisUrl, { autoResubscribe: false });
    this.subscriber.on('message', (_channel, message) => this.hint(hintOf(message)));
    this.subscriber.on('ready', () => this.subscribe());
    presence.onChange((labId) => this.hint(labId));
    unitOfWork.onCommit(({ touched, told }) => {
      for (const labId of touched) this.tell(labId);
      for (const accountId of told) this.tell(`${OF_ACCOUNT}${accountId}`);
    });
  }

  /** @param listener called with `any` when hints may have been missed */
  listen(listener: (hint: Hint) => void): void {
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

  private tell(message: string): void {
    this.hint(hintOf(message));
    this.publisher.publish(CHANNEL, message).catch(() => {});
  }

  private hint(hint: Hint): void {
    for (const listener of this.listeners) listener(hint);
  }
}

const hintOf = (message: string): Hint =>
  message.startsWith(OF_ACCOUNT)
    ? { accountId: message.slice(OF_ACCOUNT.length) as AccountId }
    : (message as LabId);
