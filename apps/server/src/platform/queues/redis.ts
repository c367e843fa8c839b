import { Logger } from '@nestjs/common';
import { backOffMs } from '@pandafab/shared';
import Redis, { type RedisOptions } from 'ioredis';
import { Outage } from '../kit/outage';
import { reasonOf } from '../kit/reason-of';

/** Waits longer after each failure, two seconds at most: after a power cut, Redis may come back at any time. */
const retryStrategy = (times: number) => backOffMs({ firstMs: 200, longestMs: 2000 }, times);

/** Connects, and retries forever. */
export function connectRedis(url: string, options: RedisOptions): Redis {
  const redis = new Redis(url, { retryStrategy, maxRetriesPerRequest: null, ...options });
  // Without a listener ioredis writes each failed attempt to the terminal.
  redis.on('error', () => {});
  return redis;
}

/** True for ioredis's error for a command whose connection is lost: these errors have a message only, and no code. */
export const isConnectionLoss = (error: Error): boolean =>
  /^(Connection is closed|Stream isn't writeable)/.test(error.message);

/** Reports once when Redis is lost and once when it is back; one connection of each process is enough for this. */
export function reportOutages(redis: Redis): void {
  const log = new Logger('Redis');
  const outage = new Outage(
    (reason) =>
      log.warn(
        `Redis does not answer (${reason}): work is kept in the database and continues when Redis is back`,
      ),
    () => log.log('Redis is back'),
  );
  redis.on('error', (error: Error) => outage.begin(reasonOf(error)));
  redis.on('ready', () => outage.end());
}
