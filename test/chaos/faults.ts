import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Redis } from 'ioredis';
import type { Actor } from '../city/actor';
import type { City } from './city';

const run = promisify(execFile);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export type Random = () => number;
/** Does harm, waits, and makes it good again. */
type Fault = (city: City, random: Random) => Promise<void>;

const between = (random: Random, least: number, most: number) => least + random() * (most - least);
const pick = <T>(random: Random, all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
const agents = (city: City) => city.labs.map(({ agent }) => agent);

async function killAndStart(actor: Actor, awayMs: number): Promise<void> {
  await actor.kill();
  await pause(awayMs);
  await actor.start();
}

const kill =
  (of: (city: City) => readonly Actor[]): Fault =>
  (city, random) =>
    killAndStart(pick(random, of(city)), between(random, 0, 2000));

const freeze =
  (of: (city: City) => readonly Actor[]): Fault =>
  async (city, random) => {
    const actor = pick(random, of(city));
    actor.freeze();
    await pause(between(random, 300, 5000));
    actor.thaw();
  };

/** The power of the whole town goes; only the machines' heaters stay on, which is worse than life. */
const killAll: Fault = async (city, random) => {
  await Promise.all(city.actors.map((actor) => actor.kill()));
  await pause(between(random, 0, 1000));
  for (const actor of city.actors) await actor.start();
};

const flush: Fault = async (city) => {
  const redis = new Redis(city.foundations.redisUrl, {
    lazyConnect: true,
    maxRetriesPerRequest: 1,
    retryStrategy: () => null,
  });
  redis.on('error', () => {});
  try {
    await redis.connect();
    await redis.flushall();
  } finally {
    redis.disconnect();
  }
};

const unplug: Fault = async (city, random) => {
  const machine = pick(random, city.machines);
  await machine.unplug();
  await pause(between(random, 200, 4000));
  await machine.plugIn();
};

const reset: Fault = async (city, random) => pick(random, city.machines).reset();

/** No file of the agent's may grow any more, as on a full disk. */
const cramp: Fault = async (city, random) => {
  const agent = pick(random, agents(city));
  const { pid } = agent;
  if (pid === undefined || !agent.running) return;
  city.cramped.add(agent);
  agent.excusedUntil = Number.POSITIVE_INFINITY;
  const limit = (bytes: string) =>
    run('prlimit', [`--pid=${pid}`, `--fsize=${bytes}`]).catch(() => undefined);
  await limit('4096:unlimited');
  await pause(between(random, 500, 4000));
  await limit('unlimited:unlimited');
  city.cramped.delete(agent);
  // One that was just starting cannot open its journal, says so, and ends: the next one can.
  agent.excusedUntil = performance.now() + 2000;
};

export const FAULTS: Readonly<Record<string, { readonly weight: number; readonly fault: Fault }>> = {
  'kill-server': { weight: 3, fault: kill(({ foundations }) => foundations.servers) },
  'kill-agent': { weight: 4, fault: kill(agents) },
  'kill-redis': { weight: 1, fault: kill(({ foundations }) => [foundations.redis]) },
  'cut-broker': { weight: 2, fault: kill(({ foundations }) => [foundations.broker]) },
  'kill-database': { weight: 1, fault: kill(({ foundations }) => [foundations.database]) },
  'kill-all': { weight: 0.5, fault: killAll },
  'freeze-server': { weight: 2, fault: freeze(({ foundations }) => foundations.servers) },
  'freeze-agent': { weight: 2, fault: freeze(agents) },
  'freeze-broker': { weight: 1, fault: freeze(({ foundations }) => [foundations.broker]) },
  'freeze-redis': { weight: 1, fault: freeze(({ foundations }) => [foundations.redis]) },
  'flush-redis': { weight: 2, fault: flush },
  unplug: { weight: 3, fault: unplug },
  'reset-machine': { weight: 2, fault: reset },
  'full-disk': { weight: 1.5, fault: cramp },
};

/** The next kind of fault, by weight. */
export function chooseFault(random: Random, kinds: readonly string[]): string {
  const weights = kinds.map((kind) => FAULTS[kind]?.weight ?? 0);
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  const at = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return kinds[at] ?? (kinds[0] as string);
}
