import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { lockDatabase } from '../../city/database-lock';
import { pause } from '../service';
import { agents, between, during, type Fault, pick } from './fault';

const run = promisify(execFile);

/** No file of the agent's may grow any more, as on a full disk: one that is up has all open, and may not end for that. */
export const cramp: Fault = async (city, random) => {
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

/** Somebody else holds what must be written: nothing can be committed meanwhile. */
export const holdDatabase: Fault = (city, random) =>
  during(city, 'lock', async () => {
    const release = await lockDatabase(city.foundations, random());
    await pause(between(random, 300, 3000));
    await release();
  });
