import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import { SERVER_CONFIG, type ServerConfig } from '../config';
import { connectRedis } from '../queues/redis';

export const LIMIT_PREFIX = 'pandafab:limit:';
/** A Redis that accepts and never answers is as good as none. */
const ANSWERS_WITHIN_MS = 500;

/** What is counted by: network addresses and e-mail addresses are nobody's to read in Redis. */
export const counterKey = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 22);

/**
 * Counters in Redis, which all processes share. While Redis is away each process counts by itself: limits hold, each
 * process's apart, and nobody is kept from what is allowed.
 */
@Injectable()
export class Counters implements OnModuleDestroy {
  readonly redis: Redis;

  constructor(@Inject(SERVER_CONFIG) config: ServerConfig) {
    const options = { enableOfflineQueue: false, commandTimeout: ANSWERS_WITHIN_MS };
    this.redis = connectRedis(config.redisUrl, options);
  }

  /** Counts to `points` in `duration` seconds. */
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
