import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Child,
  pollUntil,
  startChild,
  type TemporaryDirectory,
  temporaryDirectory,
} from '@pandafab/testing';
import { runScript, type Script } from './processes';

const ID = '0193b0e0-0000-7000-8000-000000000000';
let scratch: TemporaryDirectory;
let data: string;
beforeEach(async () => {
  scratch = await temporaryDirectory();
  data = join(scratch.path, 'data');
});
afterEach(() => scratch.remove());

const everything = (): string[] =>
  existsSync(data)
    ? [data, ...(readdirSync(data, { recursive: true }) as string[]).map((name) => join(data, name))]
    : [];
/** The rights of other users; a file that is gone counts as closed. */
const openToOthers = (path: string): boolean =>
  ((lstatSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o077) > 0;
const open = () => everything().filter(openToOthers);

/** As an earlier version left it. */
function loosen(): void {
  for (const path of everything()) chmodSync(path, lstatSync(path).isDirectory() ? 0o755 : 0o644);
}

describe('the service’s data', () => {
  let service: Script;
  afterEach(() => service.stop());

  async function start(): Promise<void> {
    service = await runScript('start.mjs', data);
    await pollUntil('it to be ready', () => service.output().includes('is ready'));
  }

  it('are open to its user only: database, logs and Redis, also files made before', async () => {
    await start();
    const names = everything().map((path) => path.slice(data.length + 1));
    expect(names).toEqual(expect.arrayContaining(['pandafab.sqlite', 'logs/server.log', 'redis/redis.conf']));
    expect(open()).toEqual([]);
    await service.interrupt();
    loosen();
    await start();
    expect(open()).toEqual([]);
  });

  it('contain no set-up link: it is for the terminal only', async () => {
    await start();
    const [, code = 'none'] = /setup\?code=([\w-]+)/.exec(service.output()) ?? [];
    expect(code.length).toBeGreaterThan(20);
    for (const path of everything())
      if (lstatSync(path, { throwIfNoEntry: false })?.isFile())
        expect([path, readFileSync(path, 'latin1').includes(code)]).toEqual([path, false]);
  });
});

describe('an agent’s data', () => {
  let agent: Child;
  afterEach(() => agent.stop());

  async function start(): Promise<void> {
    const { PATH, HOME } = process.env;
    const nowhere = { PANDAFAB_SERVER_URL: 'http://127.0.0.1:1', PANDAFAB_MQTT_URL: 'mqtt://127.0.0.1:1' };
    const identity = { PANDAFAB_LAB_ID: ID, PANDAFAB_AGENT_ID: ID, PANDAFAB_AGENT_SECRET: 'x' };
    const main = join(__dirname, '../../dist/apps/agent/src/main.js');
    const env = {
      PATH,
      HOME,
      ...nowhere,
      ...identity,
      PANDAFAB_AGENT_DATA_DIR: data,
      PANDAFAB_AGENT_PORT: '0',
    };
    agent = await startChild(process.execPath, [main], { env });
    await pollUntil('its journal', () => everything().some((path) => path.endsWith('journal.sqlite-wal')));
  }

  it('are open to its user only, also files made before', async () => {
    await start();
    expect(open()).toEqual([]);
    await agent.stop();
    loosen();
    await start();
    expect(open()).toEqual([]);
  });
});
