import { readFileSync } from 'node:fs';
import type { HttpClient } from '@pandafab/testing';
import { pollUntil } from '@pandafab/testing';
import { Client } from 'pg';
import type { Foundations } from '../../city/foundations';
import { type Figure, percentile } from './figures';
import { LabVoice } from './lab-choir';
import { addMachine, type BenchLab, openLab } from './network';

const REQUESTS_A_SECOND = 20;
const CLOCK_TICKS_A_SECOND = 100;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export interface LiveOptions {
  /** The number of reporting machines in each stage; the API is measured in the last stage. */
  readonly stages: readonly number[];
  readonly machinesOfLab: number;
  readonly seconds: number;
  readonly settleSeconds: number;
}

const memoryMb = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
/** proc(5), fields 14 and 15 of stat: user and system time. */
const cpuSeconds = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / CLOCK_TICKS_A_SECOND;
};

/** Each second, machines report through the broker, an event happens in each lab, and people send requests. */
export async function live(foundations: Foundations, options: LiveOptions): Promise<Figure[]> {
  const pid = foundations.servers[0]?.pid ?? 0;
  const labs: BenchLab[] = [];
  const voices: LabVoice[] = [];
  const figures: Figure[] = [];
  for (const machines of options.stages) {
    await grow(foundations, labs, voices, machines, options.machinesOfLab);
    await pause(options.settleSeconds * 1000);
    figures.push({
      scenario: 'memory',
      name: `server, ${machines} machines`,
      value: memoryMb(pid),
      unit: 'MB',
    });
  }
  const cpuBefore = cpuSeconds(pid);
  const latencies = await ask(foundations.clients[0] as HttpClient, labs, options.seconds);
  const cpu = (cpuSeconds(pid) - cpuBefore) / options.seconds;
  for (const voice of voices) voice.hush();
  const lost = await countLost(foundations, voices);
  for (const voice of voices) await voice.leave();
  const sent = voices.reduce((sum, voice) => sum + voice.sent, 0);
  const scenario = 'live';
  return [
    ...figures,
    { scenario, name: 'API, median', value: percentile(latencies, 0.5), unit: 'ms' },
    { scenario, name: 'API, 99th percentile', value: percentile(latencies, 0.99), unit: 'ms', most: 50 },
    { scenario, name: 'requests', value: latencies.length, unit: '' },
    { scenario, name: 'events sent', value: sent, unit: '' },
    { scenario, name: 'events lost', value: lost, unit: '', most: 0 },
    { scenario, name: 'server’s share of a core', value: cpu * 100, unit: '%' },
  ];
}

async function grow(
  foundations: Foundations,
  labs: BenchLab[],
  voices: LabVoice[],
  machines: number,
  machinesOfLab: number,
): Promise<void> {
  const begun = labs.length;
  let known = labs.reduce((sum, lab) => sum + lab.machines.length, 0);
  for (; known < machines; known++) {
    let lab = labs.at(-1);
    if (!lab || labs.length === begun || lab.machines.length >= machinesOfLab) {
      lab = await openLab(foundations, `Lab ${labs.length + 1}`);
      labs.push(lab);
    }
    await addMachine(foundations, lab);
  }
  for (const [at, lab] of labs.slice(begun).entries()) {
    const voice = await LabVoice.join(foundations.brokerUrl, lab.id, lab, lab.machines);
    voice.begin((at * 1000) / Math.max(1, labs.length - begun));
    voices.push(voice);
  }
}

/** Sends requests at a steady rate, without waiting for answers: a slow answer delays no request. */
async function ask(client: HttpClient, labs: readonly BenchLab[], seconds: number): Promise<number[]> {
  const latencies: number[] = [];
  const underWay: Promise<void>[] = [];
  const one = async (path: string) => {
    const asked = performance.now();
    const { status } = await client.get(`/api/v1${path}`);
    if (status !== 200) throw new Error(`${path} answered ${status}`);
    latencies.push(performance.now() - asked);
  };
  for (let at = 0; at < seconds * REQUESTS_A_SECOND; at++) {
    const lab = labs[at % labs.length] as BenchLab;
    const paths = ['/labs', `/labs/${lab.id}/machines`, `/machines/${lab.machines[0]}`, '/jobs'];
    underWay.push(one(paths[at % paths.length] as string));
    await pause(1000 / REQUESTS_A_SECOND);
  }
  await Promise.all(underWay);
  return latencies;
}

/** The number of sent events that the server did not acknowledge, or did not store. */
async function countLost(foundations: Foundations, voices: readonly LabVoice[]): Promise<number> {
  const all = (count: (voice: LabVoice) => number) => voices.reduce((sum, voice) => sum + count(voice), 0);
  const isHeard = () => voices.every(({ sent, applied }) => sent === applied);
  await pollUntil('all events to be applied', isHeard, 20_000).catch(() => {});
  const client = new Client({ connectionString: foundations.databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ count: string }>('SELECT COUNT(*) FROM machine_events');
  await client.end();
  const sent = all((voice) => voice.sent);
  return Math.max(sent - all((voice) => voice.applied), sent - Number(rows[0]?.count));
}
