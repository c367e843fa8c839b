import { Logger } from '@nestjs/common';
import Redis, { type RedisOptions } from 'ioredis';
import { Outage } from '../outage';
import { reasonOf } from '../reason-of';

/** Waits longer after each failure, two seconds at most: labs come back from power cuts at any time. */
const retryStrategy = (times: number) => Math.min(100 * 2 ** Math.min(times, 10), 2000);

/** Connects, and goes on trying for ever. */
export function connectRedis(url: string, options: RedisOptions): Redis {
  const redis = new Redis(url, { retryStrategy, maxRetriesPerRequest: null, ...options });
  // Without a listener ioredis writes each failed attempt to the terminal.
  redis.on('error', () => {});
  return redis;
}

/** True for what ioredis rejects a command with whose connection is gone: messages are all it gives them. */
export const isConnectionLoss = (error: Error): boolean =>
  /^(Connection is closed|Stream isn't writeable)/.test(error.message);

/** Says once when Redis is lost and once when it is back; one of a process's connections speaks for all. */
export function reportOutages(redis: Redis): void {
  const log = new Logger('Redis');
  const outage = new Outage(
    (reason) =>
      log.warn(`Redis does not answer (${reason}): work is kept in the database and goes on when it is back`),
    () => log.log('Redis is back'),
  );
  redis.on('error', (error: Error) => outage.begin(reasonOf(error)));
  redis.on('ready', () => outage.end());
}
