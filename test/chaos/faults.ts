import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Redis } from 'ioredis';
import type { Actor } from '../city/actor';
import { lockDatabase } from '../city/database-lock';
import type { CityDatabase } from '../city/foundations';
import type { City } from './city';
import { pause } from './service';

const run = promisify(execFile);

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

/** No file of the agent's may grow any more, as on a full disk: one that is up has all open, and may not end for that. */
const cramp: Fault = async (city, random) => {
  const agent = pick(random, agents(city));
  const { pid } = agent;
  if (pid === undefined || !agent.isUp) return;
  city.cramped.add(agent);
  const limit = (bytes: string) =>
    run('prlimit', [`--pid=${pid}`, `--fsize=${bytes}`]).catch(() => undefined);
  await limit('4096:unlimited');
  await pause(between(random, 500, 4000));
  await limit('unlimited:unlimited');
  city.cramped.delete(agent);
};

/** For as long as this lasts, something common to all is amiss. */
async function during(city: City, woe: string, work: () => Promise<void>): Promise<void> {
  // Two at once would undo each other.
  if (city.woes.has(woe)) return;
  city.woes.add(woe);
  try {
    await work();
  } finally {
    city.woes.delete(woe);
  }
}

/** No room is left where the servers keep files and, on SQLite, the database with its write-ahead log. */
const fillServerDisk: Fault = (city, random) =>
  during(city, 'disk', async () => {
    const { servers } = city.foundations;
    for (const server of servers) server.starve(true);
    const free = await city.disk.fill(servers);
    await pause(between(random, 500, 4000));
    await free();
    for (const server of servers) server.starve(false);
  });

/** Somebody else holds what must be written: nothing can be committed meanwhile. */
const holdDatabase: Fault = (city, random) =>
  during(city, 'lock', async () => {
    const release = await lockDatabase(city.foundations, random());
    await pause(between(random, 300, 3000));
    await release();
  });

/** All servers die while nothing can be committed; at once when one acknowledges an event, which would be a lie. */
const killUncommitted: Fault = (city, random) =>
  during(city, 'lock', async () => {
    const { servers } = city.foundations;
    // Of PostgreSQL the first table: that of the agents, in which each event is counted.
    const release = await lockDatabase(city.foundations, 0);
    try {
      // What was committed just before may be acknowledged now.
      await pause(IN_FLIGHT_MS);
      await city.wiretap.next('applied', between(random, 500, 2500));
      await Promise.all(servers.map((server) => server.kill()));
    } finally {
      await release();
    }
    for (const server of servers) await server.start();
  });
const IN_FLIGHT_MS = 100;
const MOMENT_WITHIN_MS = 4000;

/** All servers die the moment that one of them says of a write that it is done. */
const killAtAnswer: Fault = async (city) => {
  const { servers } = city.foundations;
  await city.service.nextAcknowledgement(MOMENT_WITHIN_MS);
  await Promise.all(servers.map((server) => server.kill()));
  for (const server of servers) await server.start();
};

/** All servers die the moment that the acknowledgement of an event passes the broker. */
const killAtApplied: Fault = async (city) => {
  const { servers } = city.foundations;
  await city.wiretap.next('applied', MOMENT_WITHIN_MS);
  await Promise.all(servers.map((server) => server.kill()));
  for (const server of servers) await server.start();
};

/** An agent dies the moment that this passes the broker: what it was told, or that it has taken it. */
const killAgentAt =
  (kind: 'assignment' | 'command' | 'receipt' | 'event'): Fault =>
  async (city) => {
    const labId = await city.wiretap.next(kind, MOMENT_WITHIN_MS);
    const agent = city.labs.find(({ id }) => id === labId)?.agent;
    if (agent) await killAndStart(agent, 0);
  };

interface Kind {
  readonly weight: number;
  readonly fault: Fault;
  /** Where there is a process for it. */
  readonly only?: CityDatabase;
}

export const FAULTS: Readonly<Record<string, Kind>> = {
  'kill-server': { weight: 1.5, fault: kill(({ foundations }) => foundations.servers) },
  'kill-agent': { weight: 4, fault: kill(agents) },
  'kill-redis': { weight: 1, fault: kill(({ foundations }) => [foundations.redis]) },
  'cut-broker': { weight: 2, fault: kill(({ foundations }) => [foundations.broker]) },
  'kill-database': {
    weight: 1,
    fault: kill(({ foundations: { database } }) => (database ? [database] : [])),
    only: 'postgres',
  },
  'kill-all': { weight: 0.5, fault: killAll },
  'freeze-server': { weight: 2, fault: freeze(({ foundations }) => foundations.servers) },
  'freeze-agent': { weight: 2, fault: freeze(agents) },
  'freeze-broker': { weight: 1, fault: freeze(({ foundations }) => [foundations.broker]) },
  'freeze-redis': { weight: 1, fault: freeze(({ foundations }) => [foundations.redis]) },
  'flush-redis': { weight: 2, fault: flush },
  unplug: { weight: 3, fault: unplug },
  'reset-machine': { weight: 2, fault: reset },
  'full-disk': { weight: 1.5, fault: cramp },
  'full-server-disk': { weight: 1.5, fault: fillServerDisk },
  'hold-database': { weight: 1, fault: holdDatabase },
  'kill-uncommitted': { weight: 1.5, fault: killUncommitted },
  'kill-at-answer': { weight: 1, fault: killAtAnswer },
  'kill-at-applied': { weight: 1, fault: killAtApplied },
  'kill-at-assignment': { weight: 0.7, fault: killAgentAt('assignment') },
  'kill-at-command': { weight: 0.7, fault: killAgentAt('command') },
  'kill-at-receipt': { weight: 1, fault: killAgentAt('receipt') },
  'kill-at-event': { weight: 0.7, fault: killAgentAt('event') },
};

/** The kinds of faults that there are where the servers use this database. */
export const kindsFor = (database: CityDatabase): string[] =>
  Object.keys(FAULTS).filter((kind) => (FAULTS[kind]?.only ?? database) === database);

/**
 * The next kind of fault, by weight; the sooner, the less often it had its turn, so that a short run has all kinds too.
 * @param counts how often each had its turn
 */
export function chooseFault(
  random: Random,
  kinds: readonly string[],
  counts: Readonly<Record<string, number>>,
): string {
  const weights = kinds.map((kind) => {
    const weight = FAULTS[kind]?.weight ?? 0;
    return weight / (1 + (counts[kind] ?? 0) / weight) ** 4;
  });
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  const at = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return kinds[at] ?? (kinds[0] as string);
}
