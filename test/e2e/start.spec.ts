import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import {
  accepts,
  HttpClient,
  pollUntil,
  type TemporaryDirectory,
  temporaryDirectory,
} from '@pandafab/testing';
import { portsOf, processesOf, runScript, type Script } from './processes';

const SETUP_LINK = /http:\S+\/setup\?code=\S+/g;
const READY = /PandaFab is ready: (\S+)/;

let scratch: TemporaryDirectory;
let directory: string;
let service: Script;

beforeAll(async () => {
  scratch = await temporaryDirectory();
  directory = join(scratch.path, 'data');
});
afterEach(() => service.stop());
afterAll(() => scratch.remove());

async function start(): Promise<HttpClient> {
  service = await runScript('start.mjs', directory);
  const ready = () => {
    if (!service.running()) throw new Error(`It ended before it was ready:\n${service.output()}`);
    return READY.exec(service.output())?.[1];
  };
  return new HttpClient(await pollUntil('it to be ready', ready));
}

async function stop(): Promise<void> {
  const ports = portsOf(processesOf(directory));
  expect(ports.length).toBeGreaterThanOrEqual(3);
  expect(await service.interrupt()).toBe(0);
  expect(processesOf(directory)).toEqual([]);
  expect(await Promise.all(ports.map(accepts))).not.toContain(true);
}

describe('npm start', () => {
  const person = { displayName: 'Ada', email: 'ada@example.org', password: 'a phrase to remember' };

  it('shows a newcomer one link, which makes the first administrator; Ctrl-C leaves nothing', async () => {
    const browser = await start();
    const links = service.output().match(SETUP_LINK) ?? [];
    expect(links).toHaveLength(1);
    const { pathname, search, searchParams } = new URL(links[0] ?? '');
    expect((await browser.get(pathname + search)).text).toContain('<form method="post" action="/setup">');
    const code = searchParams.get('code') ?? '';
    const form = new URLSearchParams({ ...person, passwordAgain: person.password, code });
    expect((await browser.post('/setup', form)).status).toBe(303);
    expect((await browser.get('/api/v1/me')).text).toContain(person.displayName);
    expect((await browser.post('/setup', form)).status).toBeGreaterThanOrEqual(400);
    await stop();
  });

  it('finds the account at its next start, and shows no link', async () => {
    const browser = await start();
    expect(service.output()).not.toContain('setup');
    const { email, password } = person;
    expect((await browser.post('/api/v1/auth/login', { email, password })).status).toBe(204);
    await stop();
  });

  it('says so when its port is taken, and starts nothing', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    service = await runScript('start.mjs', directory, [], { PORT: String(port) });
    expect(await service.ended).toBe(1);
    expect(service.output()).toContain(`Port ${port} is used by another program.\n`);
    expect(service.output()).toContain('set PORT to another port');
    expect(processesOf(directory)).toEqual([]);
    other.close();
  });
});
