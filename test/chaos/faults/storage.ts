import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Actor } from '../../city/actor';
import { lockDatabase } from '../../city/database-lock';
import type { City } from '../city';
import { pause } from '../service';
import { agents, between, during, type Fault, pick } from './fault';

const run = promisify(execFile);

/** Of a lab that prints just now: it is the end of a print that must not be lost. */
function printingAgent({ happenings, labs }: City): Actor | undefined {
  const last = happenings.findLast(({ kind }) => kind === 'line');
  return labs.find(({ name }) => last?.machine.startsWith(name))?.agent;
}

/** No file of the agent's may grow any more, as on a full disk: one that is up has all open, and may not end for that. */
export const cramp: Fault = async (city, random) => {
  const any = pick(random, agents(city));
  const agent = printingAgent(city) ?? any;
  const { pid } = agent;
  if (pid === undefined || !agent.isUp) return;
  city.cramped.add(agent);
  const limit = (bytes: string) =>
    run('prlimit', [`--pid=${pid}`, `--fsize=${bytes}`]).catch(() => undefined);
  await limit('4096:unlimited');
  await pause(between(random, 4000, 9000));
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
