import { Logger } from '@nestjs/common';
import Redis, { type RedisOptions } from 'ioredis';

/** Waits longer after each failure, two seconds at most: labs come back from power cuts at any time. */
const retryStrategy = (times: number) => Math.min(100 * 2 ** Math.min(times, 10), 2000);

/** Connects, and goes on trying for ever. Says once when Redis is lost and once when it is back. */
export function connectRedis(url: string, options: RedisOptions): Redis {
  const log = new Logger('Redis');
  const redis = new Redis(url, { retryStrategy, maxRetriesPerRequest: null, ...options });
  let lost = false;
  redis.on('error', (error: Error) => {
    if (!lost)
      log.warn(
        `Redis does not answer (${error.message}): work is kept in the database and goes on when it is back`,
      );
    lost = true;
  });
  redis.on('ready', () => {
    if (lost) log.log('Redis is back');
    lost = false;
  });
  return redis;
}
