import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Foundations } from '../../city/foundations';
import type { Figure } from '../fleet/figures';
import { mostResidentMb, processesOf, sum, usedSeconds } from '../process-use';

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
    mostMb = Math.max(mostMb, sum(all.map(mostResidentMb)));
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
