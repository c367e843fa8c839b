import { once } from 'node:events';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import {
  type Child,
  freePort,
  pollUntil,
  startChild,
  startMosquitto,
  startRedis,
  type TemporaryBroker,
  type TemporaryDirectory,
  type TemporaryRedis,
  temporaryDirectory,
} from '@pandafab/testing';

const MAIN = join(__dirname, '../../../dist/apps/server/src/app/main.js');

let directory: TemporaryDirectory;
let redis: TemporaryRedis | undefined;
let broker: TemporaryBroker | undefined;
let server: Child | undefined;
let port: number;

describe('the server process', () => {
  beforeEach(async () => {
    directory = await temporaryDirectory();
    port = await freePort();
  });
  afterEach(async () => {
    await server?.stop('SIGKILL');
    await redis?.stop('SIGKILL');
    await broker?.stop();
    await directory.remove();
    [server, redis, broker] = [undefined, undefined, undefined];
  });

  async function start(env: NodeJS.ProcessEnv): Promise<Child> {
    const { PATH, HOME } = process.env;
    const usual = {
      PORT: String(port),
      PANDAFAB_MQTT_PORT: '0',
      PANDAFAB_DATA_DIR: directory.path,
      LOG_PRETTY: 'false',
    };
    server = await startChild(process.execPath, [MAIN], { env: { PATH, HOME, ...usual, ...env } });
    return server;
  }

  interface Health {
    readonly status: string;
    readonly parts: Record<string, string>;
  }
  const health = async (): Promise<Health | undefined> => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health/ready`).catch(() => undefined);
    return answer?.json() as Promise<Health> | undefined;
  };
  const serving = () => pollUntil('the server to serve', async () => (await health()) !== undefined);
  const missing = (part: string) =>
    pollUntil(`${part} to be missed`, async () => (await health())?.parts[part] === 'unreachable');
  const healthy = () => pollUntil('health ok', async () => (await health())?.status === 'ok');

  /** Asks it to end as a service manager does; answers how long it took. */
  async function terminate(child: Child): Promise<void> {
    process.kill(child.pid, 'SIGTERM');
    await pollUntil('the server to end', () => !child.running());
  }

  /** The log's warnings and errors. */
  const complaints = (child: Child): string[] =>
    child
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as { level: number; msg: string })
      .filter(({ level }) => level >= 40)
      .map(({ msg }) => msg);

  describe('the server process, asked to end, ends in time', () => {
    it('with Redis away from the start, of which it has complained once', async () => {
      const child = await start({ REDIS_URL: `redis://127.0.0.1:${await freePort()}` });
      await serving();
      await pollUntil('a complaint', () => complaints(child).length > 0);
      await terminate(child);
      expect(complaints(child)).toEqual([expect.stringContaining('Redis does not answer')]);
      expect(child.output()).not.toMatch(/unhandled|\bat .*\.js:\d+/i);
    });

    it('with Redis and broker lost', async () => {
      [redis, broker] = await Promise.all([startRedis(), startMosquitto()]);
      const child = await start({ REDIS_URL: redis.url, MQTT_URL: broker.url });
      await healthy();
      await Promise.all([redis.stop('SIGKILL'), broker.stop()]);
      await Promise.all([missing('redis'), missing('broker')]);
      await pollUntil('two complaints', () => complaints(child).length === 2);
      await terminate(child);
      expect(complaints(child).sort()).toEqual([
        expect.stringContaining('Redis does not answer'),
        expect.stringContaining('the broker at'),
      ]);
      expect(child.output()).not.toMatch(/unhandled|\bat .*\.js:\d+/i);
    });

    it('with a Redis that accepts everything and answers nothing', async () => {
      redis = await startRedis();
      const child = await start({ REDIS_URL: redis.url });
      await healthy();
      process.kill(redis.pid, 'SIGSTOP');
      await terminate(child);
    });

    it('with an upload that does not end, and with a client of the broker that says nothing', async () => {
      redis = await startRedis();
      const mqttPort = await freePort();
      const child = await start({ REDIS_URL: redis.url, PANDAFAB_MQTT_PORT: String(mqttPort) });
      await healthy();
      const silent = connect(mqttPort, '127.0.0.1');
      const slow = connect(port, '127.0.0.1');
      for (const socket of [silent, slow]) socket.on('error', () => {});
      await Promise.all([once(silent, 'connect'), once(slow, 'connect')]);
      slow.write('POST /api/v1/auth/login HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n');
      slow.write('content-length: 1000\r\n\r\n{"email":');
      await terminate(child);
      for (const socket of [silent, slow]) socket.destroy();
    });
  });

  describe('the server process ends immediately, saying why and what to do', () => {
    let holder: Server;
    let taken: number;
    beforeEach(async () => {
      holder = createServer().listen(0, '127.0.0.1');
      await once(holder, 'listening');
      taken = (holder.address() as { port: number }).port;
    });
    afterEach(() => new Promise((resolve) => holder.close(resolve)));

    it.each(['PANDAFAB_MQTT_PORT', 'PORT'])('where the port of %s is taken', async (variable) => {
      redis = await startRedis();
      const child = await start({ REDIS_URL: redis.url, [variable]: String(taken) });
      await pollUntil('the server to end', () => !child.running());
      expect(child.output()).toContain(`Port ${taken} is already in use.`);
      expect(child.output()).toContain(`choose another with ${variable}.`);
      expect(child.output()).not.toMatch(/\bat .*\.js:\d+/);
    });

    it('where addresses in the settings are invalid, naming all of them', async () => {
      const child = await start({ REDIS_URL: 'localhost:6379', MQTT_URL: 'broker' });
      await pollUntil('the server to end', () => !child.running());
      expect(child.output()).toContain('REDIS_URL: must begin with redis://');
      expect(child.output()).toContain('MQTT_URL: must begin with mqtt://');
    });
  });
});
