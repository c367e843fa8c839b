import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Foundations } from '../../city/foundations';
import type { Figure } from '../fleet/figures';

const COMMAND = join(__dirname, '../../../apps/cli/bin/pandafab-server.mjs');
const MOST_SECONDS = 15;
const MOST_MB = 200;
const LOOK_EVERY_MS = 50;

interface Found {
  readonly whole: boolean;
  readonly links: number;
  readonly problem: unknown;
}

interface Measured {
  readonly found: Found;
  readonly mostMb: number;
  readonly cpuSeconds: number;
}

/** `pandafab-server verify` as staff run it, in a process of its own beside the service. */
export async function measureVerify(
  foundations: Foundations,
  database: string,
  links: number,
): Promise<Figure[]> {
  const begun = performance.now();
  const { found, mostMb, cpuSeconds } = await verify(foundations);
  const seconds = (performance.now() - begun) / 1_000;
  if (found.problem) throw new Error(`verify: ${JSON.stringify(found.problem)}`);
  const named = { scenario: `${database}, verify` };
  const limits = links >= 100_000 ? [{ most: MOST_SECONDS }, { most: MOST_MB }] : [{}, {}];
  return [
    { ...named, name: `${found.links} links`, value: seconds, unit: 's', ...limits[0] },
    { ...named, name: 'its CPU', value: cpuSeconds, unit: 's' },
    { ...named, name: 'memory (RSS)', value: mostMb, unit: 'MB', ...limits[1] },
    { ...named, name: 'chains that are not whole', value: found.whole ? 0 : 1, unit: '', most: 0 },
  ];
}

function verify(foundations: Foundations): Promise<Measured> {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [COMMAND, 'verify', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...{ PATH, HOME, PANDAFAB_DATA_DIR: foundations.serverData },
      ...{ REDIS_URL: foundations.redisUrl, MQTT_URL: foundations.brokerUrl },
      ...(foundations.databaseUrl && { DATABASE_URL: foundations.databaseUrl }),
    },
  });
  let output = '';
  let mostMb = 0;
  let cpuSeconds = 0;
  child.stdout.on('data', (bytes: Buffer) => {
    output += bytes.toString();
  });
  const watch = setInterval(() => {
    const all = processesOf(child.pid);
    mostMb = Math.max(mostMb, sum(all.map(residentMb)));
    cpuSeconds = Math.max(cpuSeconds, sum(all.map(usedSeconds)));
  }, LOOK_EVERY_MS);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => {
      clearInterval(watch);
      resolve({ found: JSON.parse(output) as Found, mostMb, cpuSeconds });
    });
  });
}

const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);

/** A file of the system about a process; empty once it is gone. */
function about(pid: number | undefined, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** The command, and the process that it starts with V8's settings. */
const processesOf = (pid: number | undefined): number[] => [
  pid ?? 0,
  ...about(pid, `task/${pid}/children`).split(' ').filter(Boolean).map(Number),
];

/** The most memory that the process has had so far. */
function residentMb(pid: number): number {
  const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(about(pid, 'status')) ?? [];
  return (Number(kilobytes) * 1024) / 1_000_000;
}

const TICKS = 100;

/** The processor time that the process has used: fields 14 and 15, counted after the name in brackets. */
function usedSeconds(pid: number): number {
  const fields = about(pid, 'stat')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS;
}
