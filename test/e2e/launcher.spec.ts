import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  accepts,
  type Child,
  pollUntil,
  startChild,
  type TemporaryDirectory,
  temporaryDirectory,
} from '@pandafab/testing';

const library = (name: string) => pathToFileURL(join(__dirname, '../../scripts/lib', `${name}.mjs`)).href;

/** A small PandaFab: Redis, and one process that ignores being asked to end or ends by itself. */
const PROGRAM = `
import { main } from '${library('exit')}';
import { Launcher } from '${library('processes')}';
import { startRedis } from '${library('redis')}';
const [directory, behaviour] = process.argv.slice(2);
const launcher = new Launcher({ directory });
await main(() => launcher.supervise(async () => {
  const url = new URL(await startRedis(launcher, directory + '/redis'));
  const deaf = 'process.on("SIGTERM", () => undefined); setInterval(() => undefined, 1000); console.log("deaf");';
  const dying = 'console.log("the last words"); process.exitCode = 7;';
  const script = { deaf, dying }[behaviour];
  const node = { command: process.execPath, args: ['-e', script], quiet: behaviour === 'dying' };
  if (script) await launcher.start({ name: behaviour, ...node });
  console.log('port ' + url.port);
}));
`;

let scratch: TemporaryDirectory;
const started: Child[] = [];

beforeEach(async () => {
  scratch = await temporaryDirectory();
  await writeFile(join(scratch.path, 'program.mjs'), PROGRAM);
});
afterEach(async () => {
  for (const child of started.splice(0)) await child.stop('SIGKILL');
  await scratch.remove();
});

async function launch(behaviour = '') {
  const program = join(scratch.path, 'program.mjs');
  const env = { ...process.env, LC_ALL: 'C' };
  const child = await startChild(process.execPath, [program, join(scratch.path, 'data'), behaviour], { env });
  started.push(child);
  const port = () => pollUntil('Redis', () => Number(child.output().match(/^port (\d+)$/m)?.[1] ?? 0));
  const kill = (signal: NodeJS.Signals) => process.kill(child.pid, signal);
  return { ...child, kill, port };
}

it('ends everything and frees every port on SIGTERM', async () => {
  const { kill, ended, port } = await launch();
  const redis = await port();
  expect(await accepts(redis)).toBe(true);
  kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(await accepts(redis)).toBe(false);
});

it('takes Ctrl-C that npm passes on a second time as one', async () => {
  const { kill, ended, port } = await launch();
  const redis = await port();
  kill('SIGINT');
  kill('SIGINT');
  expect(await ended).toBe(0);
  expect(await accepts(redis)).toBe(false);
});

it('ends a process that ignores the signal immediately at the second signal', async () => {
  const { kill, ended, port, output, running } = await launch('deaf');
  const redis = await port();
  await pollUntil('it to be deaf', () => output().includes('deaf  deaf'));
  kill('SIGTERM');
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  expect(running()).toBe(true);
  kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(await accepts(redis)).toBe(false);
});

it('leaves nothing behind when it is killed outright', async () => {
  const { kill, port } = await launch();
  const redis = await port();
  kill('SIGKILL');
  await pollUntil('Redis to end', async () => !(await accepts(redis)));
  const next = await launch();
  expect(await accepts(await next.port())).toBe(true);
  next.kill('SIGTERM');
  expect(await next.ended).toBe(0);
});

it('reports how a process died, with its last output, and ends the others', async () => {
  const { ended, output } = await launch('dying');
  expect(await ended).toBe(1);
  expect(output()).toContain('dying ended: exit code 7');
  expect(output()).toContain('  | the last words');
});

it('refuses a second launcher on the same data', async () => {
  const first = await launch();
  await first.port();
  const second = await launch();
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain('already runs');
  expect(second.output()).toContain('PANDAFAB_DATA_DIR');
  first.kill('SIGTERM');
  expect(await first.ended).toBe(0);
});
