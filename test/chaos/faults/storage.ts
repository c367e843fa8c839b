import type { Actor } from '../../city/actor';
import { lockDatabase } from '../../city/database-lock';
import type { City } from '../city';
import { pause } from '../service';
import { whileCramped } from './cramped';
import { agents, between, during, type Fault, pick } from './fault';

/** The agent of a lab that is printing: the end of a print must not be lost. */
function printingAgent({ happenings, labs }: City): Actor | undefined {
  const last = happenings.findLast(({ kind }) => kind === 'line');
  return labs.find(({ name }) => last?.machine.startsWith(name))?.agent;
}

/**
 * The agent's files cannot grow, as on a full disk. A running agent has all its files open, and must not end because of
 * it.
 */
export const cramp: Fault = async (city, random) => {
  const any = pick(random, agents(city));
  const agent = printingAgent(city) ?? any;
  await whileCramped(city, agent, () => pause(between(random, 4000, 9000)));
};

/** No room is left where the servers keep files and, on SQLite, the database with its write-ahead log. */
export const fillServerDisk: Fault = (city, random) =>
  during(city, 'disk', async () => {
    const { servers } = city.foundations;
    for (const server of servers) server.starve(true);
    const free = await city.disk.fill(servers);
    await pause(between(random, 500, 4000));
    await free();
    for (const server of servers) server.starve(false);
  });

/** Another process locks the tables: nothing can be committed meanwhile. */
export const holdDatabase: Fault = (city, random) =>
  during(city, 'lock', async () => {
    const release = await lockDatabase(city.foundations, random());
    await pause(between(random, 300, 3000));
    await release();
  });
