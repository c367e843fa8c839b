import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Foundations } from '../../city/foundations';
import { type Figure, percentile } from '../fleet/figures';
import { addMachine, openLab } from '../fleet/network';
import { usedSeconds } from '../process-use';

/** Cura asks both, every two seconds (OctoPrintOutputDevice.py). */
const ASKED = ['printer', 'job'];
const EVERY_MS = 2_000;
const WARM_UP_MS = 10_000;
const MOST_SHARE = 10;
const MACHINES = 20;

export interface PollingSize {
  readonly clients: number;
  readonly seconds: number;
}

/** Many Cura clients at the addresses of machines, each with a token and a connection of its own. */
export async function measurePolling(
  foundations: Foundations,
  database: string,
  { clients, seconds }: PollingSize,
): Promise<Figure[]> {
  const addresses = await openMachines(foundations);
  const curas = await Promise.all(
    Array.from({ length: clients }, async (_, at) =>
      cura(
        addresses[at % addresses.length] ?? '',
        await newToken(foundations, at),
        (at * EVERY_MS) / clients,
      ),
    ),
  );
  const [server] = foundations.servers;
  const used = () => usedSeconds(server?.pid ?? 0);
  await pause(WARM_UP_MS);
  const idle = await shareOf(used, seconds / 3);
  for (const each of curas) each.start();
  await pause(WARM_UP_MS);
  const busy = await shareOf(used, seconds);
  const times = curas.flatMap((each) => each.stop());
  const failed = times.filter(Number.isNaN).length;
  const perSecond = (clients * ASKED.length * 1_000) / EVERY_MS;
  const named = { scenario: `${database}, polling` };
  return [
    { ...named, name: `server's CPU, ${clients} clients of Cura`, value: busy, unit: '%' },
    { ...named, name: 'without them', value: idle, unit: '%' },
    { ...named, name: 'what the clients add', value: busy - idle, unit: '%', most: MOST_SHARE },
    { ...named, name: 'CPU of one answer', value: ((busy - idle) * 10) / perSecond, unit: 'ms' },
    { ...named, name: 'one answer, 99 %', value: percentile(times, 0.99), unit: 'ms' },
    { ...named, name: 'answers that were not 200', value: failed, unit: '', most: 0 },
  ];
}

/** Percent of one processor in the next seconds. */
async function shareOf(used: () => number, seconds: number): Promise<number> {
  const [cpu, begun] = [used(), performance.now()];
  await pause(seconds * 1_000);
  return ((used() - cpu) / ((performance.now() - begun) / 1_000)) * 100;
}

async function openMachines(foundations: Foundations): Promise<string[]> {
  const lab = await openLab(foundations, 'Lab of the slicers');
  for (let at = 0; at < MACHINES; at++) await addMachine(foundations, lab);
  const [client] = foundations.clients;
  const listed = client?.get<{ items: { machineId: string | null; address: string }[] }>(
    '/api/v1/slicer-addresses',
  );
  const { items } = (await listed)?.body ?? { items: [] };
  return items.filter(({ machineId }) => machineId !== null).map(({ address }) => address);
}

export async function newToken(foundations: Foundations, at: number): Promise<string> {
  const body = { name: `slicer ${at}`, scopes: ['slicer'] };
  return (await foundations.make<{ token: string }>('/tokens', body)).token;
}

/** One client; `stop` gives the time of each answer in milliseconds, NaN for one that was not 200. */
function cura(address: string, token: string, offsetMs: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const headers = { 'X-Api-Key': token, 'User-Agent': 'cura/5.8.1 OctoPrintPlugin/3.7.3' };
  const times: number[] = [];
  const ask = (what: string) => {
    const begun = performance.now();
    const done = (isGood: boolean) => times.push(isGood ? performance.now() - begun : Number.NaN);
    const sent = request(`${address}/api/${what}`, { agent, headers }, (answer) => {
      answer.resume().once('end', () => done(answer.statusCode === 200));
    });
    sent.once('error', () => done(false)).end();
  };
  let timer: NodeJS.Timeout | undefined;
  return {
    start: () => {
      timer = setTimeout(() => {
        timer = setInterval(() => ASKED.forEach(ask), EVERY_MS);
      }, offsetMs);
    },
    stop: () => {
      clearInterval(timer);
      agent.destroy();
      return times;
    },
  };
}
