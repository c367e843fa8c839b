import { Redis } from 'ioredis';
import type { Actor } from '../../city/actor';
import type { City } from '../city';
import { pause } from '../service';
import { between, type Fault, killAndStart, pick } from './fault';

export const kill =
  (of: (city: City) => readonly Actor[]): Fault =>
  (city, random) =>
    killAndStart(pick(random, of(city)), between(random, 0, 2000));

export const freeze =
  (of: (city: City) => readonly Actor[]): Fault =>
  async (city, random) => {
    const actor = pick(random, of(city));
    actor.freeze();
    await pause(between(random, 300, 5000));
    actor.thaw();
  };

/** A power cut in the whole city, except that the machines' heaters stay on, which is worse than in reality. */
export const killAll: Fault = async (city, random) => {
  await Promise.all(city.actors.map((actor) => actor.kill()));
  await pause(between(random, 0, 1000));
  for (const actor of city.actors) await actor.start();
};

const STEP_WAITS_WITHIN_MS = 4000;

/** BullMQ keeps the waiting steps in lists with this name; an empty list has no key. */
const aStepWaits = async (redis: Redis): Promise<boolean> => (await redis.keys('*:wait')).length > 0;

/** Deletes everything in Redis, while a queue step waits in it if one appears in time. */
export const flush: Fault = async (city) => {
  const redis = new Redis(city.foundations.redisUrl, {
    lazyConnect: true,
    maxRetriesPerRequest: 1,
    retryStrategy: () => null,
  });
  redis.on('error', () => {});
  try {
    await redis.connect();
    const deadline = performance.now() + STEP_WAITS_WITHIN_MS;
    while (performance.now() < deadline && !(await aStepWaits(redis))) await pause(1);
    await redis.flushall();
  } finally {
    redis.disconnect();
  }
};

export const unplug: Fault = async (city, random) => {
  const machine = pick(random, city.machines);
  await machine.unplug();
  await pause(between(random, 200, 4000));
  await machine.plugIn();
};

export const reset: Fault = async (city, random) => pick(random, city.machines).reset();
