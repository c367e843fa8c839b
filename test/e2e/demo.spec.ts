import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  accepts,
  HttpClient,
  pollUntil,
  type TemporaryDirectory,
  temporaryDirectory,
} from '@pandafab/testing';
import { portsOf, processesOf, runScript, type Script } from './processes';

const A_RUN_MS = 900_000;
/** Redis, server, broker, the machine on TCP, two agents. */
const LISTENERS = 6;
const WEEK_MS = 7 * 24 * 3_600_000;
/** There are more; how many, depends on the Sundays. */
const PAST_PRINTS = 50;
const PAST_INVOICES = 3;
/** Of prints, their hour, papers and files. */
const CHECKS = 14;

let scratch: TemporaryDirectory;
let directory: string;
let demo: Script;

jest.setTimeout(A_RUN_MS);
beforeAll(async () => {
  scratch = await temporaryDirectory();
  directory = join(scratch.path, 'data');
});
afterEach(() => demo.stop());
afterAll(() => scratch.remove());

const start = async (...args: readonly string[]) => {
  demo = await runScript('demo.mjs', directory, ['--speed', '600', ...args]);
};
const said = (what: string) =>
  pollUntil(
    what,
    () => {
      if (!demo.running()) throw new Error(`It ended before “${what}”:\n${demo.output()}`);
      return demo.output().includes(what);
    },
    A_RUN_MS,
  );

/** The ports of the running demonstration, once it prints. */
async function openPorts(): Promise<number[]> {
  await said('printing');
  const ports = portsOf(processesOf(directory));
  expect(ports.length).toBeGreaterThanOrEqual(LISTENERS);
  return ports;
}

async function expectNothingLeft(ports: readonly number[]): Promise<void> {
  expect(processesOf(directory)).toEqual([]);
  expect(await Promise.all(ports.map(accepts))).not.toContain(true);
  expect(readdirSync(join(directory, 'run'))).toEqual([]);
}

/** The passwords that it made up, as it tells them. */
const accounts = () =>
  Object.fromEntries(
    [...demo.output().matchAll(/^ +(\S+@demo\.invalid) +(\S+)/gm)].map(([, ...pair]) => pair),
  );

interface Listed<Item> {
  readonly total: number;
  readonly items: readonly Item[];
}

/** Two weeks of prints that were priced, invoices in their order, a member to check, and labs that go on. */
async function expectPast(client: HttpClient, admin: { email: string; password: string }): Promise<void> {
  await client.post('/api/v1/auth/login', { email: admin.email, password: admin.password });
  const list = async <Item>(path: string) => (await client.get<Listed<Item>>(`/api/v1${path}`)).body;
  expect((await list('/jobs?state=done&limit=1')).total).toBeGreaterThan(PAST_PRINTS);
  const usage = await list<{ valueCents: number; at: string }>('/usage-records?limit=200');
  expect(usage.items.every(({ valueCents }) => valueCents > 0)).toBe(true);
  const ageMs = Date.now() - Math.min(...usage.items.map(({ at }) => Date.parse(at)));
  expect(ageMs).toBeGreaterThan(WEEK_MS);
  // One of each run of the demonstration, after the three of the past: none is numbered before an earlier one.
  const invoices = await list<{ number: string; issuedOn: string }>('/documents?kind=invoice&sort=-number');
  const days = invoices.items.map(({ issuedOn }) => issuedOn);
  expect(days).toHaveLength(PAST_INVOICES + 2);
  expect([...days].sort().reverse()).toEqual(days);
  await pollUntil('the labs to go on', async () => (await list('/jobs?state=queued&limit=1')).total > 0);
}

it('shows the whole chain once, proves it, and leaves nothing running', async () => {
  await start('--once');
  const ports = await openPorts();
  expect(await demo.ended).toBe(0);
  await expectNothingLeft(ports);
  expect(demo.output()).toMatch(/^cube20\.gcode +Fontaine d’Ouche +Panda 1 \(USB\) +done /m);
  expect(demo.output()).toMatch(/^bracket\.gcode +Grésilles +Panda 3 \(MQTT\) +done /m);
  expect(demo.output().match(/^ {2}✓ /gm)).toHaveLength(CHECKS);
  expect(demo.output()).not.toContain('✗');
  const pdf = demo.output().match(/^ +(\/.+FA-\d{4}-\d{6}\.pdf)$/m)?.[1] ?? '';
  expect(readFileSync(pdf, 'latin1')).toMatch(/^%PDF-/);
});

it('continues with the existing data, runs until Ctrl-C, and leaves nothing running', async () => {
  const kept = JSON.parse(readFileSync(join(directory, 'demo.json'), 'utf8'));
  await start();
  const ports = await openPorts();
  await said('Ctrl-C ends it');
  await said('ines@demo.invalid');
  expect(accounts()['admin@demo.invalid']).toBe(kept.admin.password);
  expect(existsSync(join(directory, 'run', 'panda-1'))).toBe(true);

  const client = new HttpClient(demo.output().match(/The wall, once signed in: (\S+)/)?.[1] ?? '');
  expect((await client.get('/api/health/ready')).status).toBe(200);
  expect((await client.get('/api/openapi.json')).status).toBe(401);
  const email = 'camille@demo.invalid';
  await client.post('/api/v1/auth/login', { email, password: accounts()[email] });
  expect((await client.get('/api/openapi.json')).body).toMatchObject({ openapi: expect.any(String) });
  await expectPast(client, kept.admin);

  expect(await demo.interrupt()).toBe(0);
  await expectNothingLeft(ports);
});
