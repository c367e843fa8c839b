import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import { SERVER_CONFIG, type ServerConfig } from '../kit/config';
import { connectRedis } from '../queues/redis';

export const LIMIT_PREFIX = 'pandafab:limit:';
/** A Redis that accepts connections and does not answer counts as unavailable. */
const ANSWERS_WITHIN_MS = 500;

/** The key of a counter. It is hashed: readers of Redis must not see network addresses and e-mail addresses. */
export const counterKey = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 22);

/**
 * Counters in Redis, which all processes share. While Redis is unavailable each process counts by itself: the limits
 * hold for each process separately, and no allowed request is refused.
 */
@Injectable()
export class Counters implements OnModuleDestroy {
  readonly redis: Redis;

  constructor(@Inject(SERVER_CONFIG) config: ServerConfig) {
    const options = { enableOfflineQueue: false, commandTimeout: ANSWERS_WITHIN_MS };
    this.redis = connectRedis(config.redisUrl, options);
  }

  /** Counts up to `points` in `duration` seconds. */
  make(name: string, points: number, duration: number): RateLimiterRedis {
    const keyPrefix = `${LIMIT_PREFIX}${name}`;
    const counting = { keyPrefix, points, duration };
    const insuranceLimiter = new RateLimiterMemory(counting);
    return new RateLimiterRedis({ ...counting, storeClient: this.redis, insuranceLimiter });
  }

  onModuleDestroy(): void {
    this.redis.disconnect();
  }
}
