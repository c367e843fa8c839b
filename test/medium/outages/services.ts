import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import {
  freePort,
  pollUntil,
  startMosquitto,
  startRedis,
  startTestServer,
  type TemporaryBroker,
  type TemporaryDirectory,
  type TemporaryRedis,
  type TestServer,
  temporaryDirectory,
} from '@pandafab/testing';
import { Queue } from 'bullmq';
import Redis from 'ioredis';
import { ChainWorld, type FurnishedLab, smallPart } from '../fixtures/chain-world';
import { fastClock } from '../fixtures/fast-clock';
import { ended, ScriptedAgent } from '../fixtures/scripted-agent';

let directory: TemporaryDirectory;
let server: TestServer | undefined;
let world: ChainWorld;
let redis: TemporaryRedis | undefined;
let broker: TemporaryBroker | undefined;
let warnings: string[];
/** The connections of each test, closed after it with any result. */
let tidyUps: (() => unknown)[];

describe('outages', () => {
  beforeEach(async () => {
    directory = await temporaryDirectory();
    warnings = [];
    tidyUps = [];
    const keep = (message: unknown) => void warnings.push(String(message));
    jest.spyOn(Logger.prototype, 'warn').mockImplementation(keep);
    jest.spyOn(Logger.prototype, 'error').mockImplementation(keep);
  });
  afterEach(async () => {
    await Promise.all(tidyUps.map((tidyUp) => tidyUp()));
    await server?.stop();
    await redis?.stop();
    await broker?.stop();
    await directory.remove();
    [server, redis, broker] = [undefined, undefined, undefined];
    jest.restoreAllMocks();
  });

  async function start(options: { redisUrl?: string; env?: NodeJS.ProcessEnv } = {}): Promise<void> {
    const { path } = directory;
    const location = { sqliteFile: join(path, 'pandafab.sqlite') };
    const database = { kind: 'SQLite' as const, location, dataDirectory: path, drop: directory.remove };
    server = await startTestServer({ database, clock: fastClock, ...options });
    world = await ChainWorld.of(server);
  }

  async function joinAgent(lab: FurnishedLab): Promise<ScriptedAgent> {
    const agent = await world.joinAgent(lab);
    tidyUps.push(() => agent.leave());
    return agent;
  }

  interface Health {
    readonly status: string;
    readonly parts: Record<'database' | 'redis' | 'broker', 'ok' | 'unreachable'>;
    readonly refusedMessages: Readonly<Record<string, number>>;
  }
  const health = async () => {
    const { status, body } = await world.server.anonymous().get<Health>('/api/health/ready');
    return { status, body };
  };
  const healthy = () => pollUntil('health ok', async () => (await health()).body.status === 'ok');
  const unhealthy = (part: keyof Health['parts']) =>
    pollUntil(`${part} missed`, async () => (await health()).body.parts[part] === 'unreachable');

  describe('without Redis', () => {
    it('the server starts, accepts and keeps work, and continues when Redis comes', async () => {
      const port = await freePort();
      await start({ redisUrl: `redis://127.0.0.1:${port}` });
      expect(await health()).toEqual({
        status: 200,
        body: {
          status: 'degraded',
          parts: { database: 'ok', redis: 'unreachable', broker: 'ok' },
          trouble: null,
          refusedMessages: {},
        },
      });
      const lab = await world.makeLab();
      const agent = await joinAgent(lab);
      const { id, state } = await world.submit(lab.labId, smallPart());
      expect(state).toBe('analysing');
      redis = await startRedis({ port });
      const { runId } = await agent.take('assignment');
      expect((await world.jobWhen(id, 'running')).runs.map((run) => run.id)).toEqual([runId]);
      await healthy();
      expect(warnings).toEqual([
        expect.stringMatching(
          /^Redis does not answer \(connect ECONNREFUSED .*: work is kept in the database/,
        ),
      ]);
    });

    it('killed while the server runs, work is still accepted, and continues once when it is back', async () => {
      redis = await startRedis();
      const { port, url } = redis;
      await start({ redisUrl: url });
      const lab = await world.makeLab();
      const agent = await joinAgent(lab);
      const before = await world.submit(lab.labId, smallPart('before'));
      await redis.stop('SIGKILL');
      await unhealthy('redis');
      await pollUntil('a warning', () => warnings.length > 0);
      const during = await world.submit(lab.labId, smallPart('during'));
      redis = await startRedis({ port });
      const { runId } = await agent.take('assignment');
      await world.jobWhen(during.id, 'queued');
      const { runs } = await world.jobWhen(before.id, 'running');
      expect(runs.map((run) => run.id)).toEqual([runId]);
      await healthy();
      expect(warnings).toEqual([expect.stringContaining('Redis does not answer')]);
    });

    it('frozen while the server runs, the server reports it, accepts work, and continues when it runs again', async () => {
      redis = await startRedis();
      const { pid } = redis;
      tidyUps.push(() => process.kill(pid, 'SIGCONT'));
      await start({ redisUrl: redis.url });
      const lab = await world.makeLab();
      const agent = await joinAgent(lab);
      process.kill(pid, 'SIGSTOP');
      await unhealthy('redis');
      const { id } = await world.submit(lab.labId, smallPart());
      expect((await world.job(id)).state).toBe('analysing');
      process.kill(pid, 'SIGCONT');
      await healthy();
      expect((await agent.take('assignment')).runId).toEqual(expect.any(String));
      await world.jobWhen(id, 'running');
    });

    it('emptied during work, it is filled again from the database, and nothing is done twice', async () => {
      redis = await startRedis();
      await start({ redisUrl: redis.url });
      const lab = await world.makeLab();
      const client = new Redis(redis.url);
      tidyUps.push(() => client.disconnect());
      const names = ['first', 'second', 'third'];
      const jobs = [];
      for (const name of names) {
        jobs.push(await world.submit(lab.labId, smallPart(name)));
        await client.flushall();
      }
      for (const { id } of jobs) await world.jobWhen(id, 'queued');
      await client.flushall();
      const agent = await joinAgent(lab);
      const printed: string[] = [];
      for (const _ of jobs) {
        const { runId, file } = await agent.take('assignment');
        printed.push(file.name);
        await client.flushall();
        await agent.report({ type: 'run.accepted', runId });
        await agent.report({ type: 'run.started', runId });
        await agent.report(ended(runId));
        await world.post(`/machines/${lab.machineId}/bed-clear`, {}, 200);
      }
      expect(printed).toHaveLength(names.length);
      for (const { id } of jobs) expect((await world.jobWhen(id, 'done')).runs).toHaveLength(1);
    });
  });

  describe('with a Redis that is restored from an old dump', () => {
    it('does nothing twice, and continues with new events', async () => {
      redis = await startRedis();
      const { port, url } = redis;
      await start({ redisUrl: url });
      const lab = await world.makeLab();
      const client = new Redis(url, { maxRetriesPerRequest: null });
      client.on('error', () => {});
      const queues = ['analysis', 'labs'].map(
        (name) => new Queue(name, { connection: client, prefix: 'pandafab', skipVersionCheck: true }),
      );
      const forAll = (act: (queue: Queue) => Promise<unknown>) => Promise.all(queues.map(act));
      for (const queue of queues) queue.on('error', () => {});
      // The dump holds steps that wait: they are held up until it is written.
      await forAll((queue) => queue.pause());
      const { id } = await world.submit(lab.labId, smallPart('before'));
      await pollUntil('a step that waits', async () => (await queues[0]?.count()) === 1);
      await client.save();
      const dump = await readFile(redis.dumpFile);
      await forAll((queue) => queue.resume());
      const agent = await joinAgent(lab);
      const { runId } = await agent.take('assignment');
      await agent.report({ type: 'run.accepted', runId });
      await agent.report({ type: 'run.started', runId });
      await agent.report(ended(runId));
      await world.jobWhen(id, 'done');
      await redis.stop('SIGKILL');
      redis = await startRedis({ port, dump });
      await pollUntil('the old steps', async () => (await queues[0]?.isPaused()) === true);
      await forAll((queue) => queue.resume());
      await pollUntil('an empty queue', async () => (await queues[0]?.count()) === 0);
      await world.post(`/machines/${lab.machineId}/bed-clear`, {}, 200);
      const next = await world.submit(lab.labId, smallPart('next'));
      const again = await agent.take('assignment');
      expect((await world.jobWhen(next.id, 'running')).runs.map((run) => run.id)).toEqual([again.runId]);
      expect(await world.job(id)).toMatchObject({ state: 'done', runs: [{ id: runId }] });
      await forAll((queue) => queue.close());
      client.disconnect();
    });
  });

  describe('with an external broker', () => {
    const user = { username: 'server', password: 'a secret' };
    const agentUser = { username: 'agent', password: 'another' };
    const users = [user, agentUser];

    const startWith = async (port: number) => {
      redis = await startRedis();
      const env = {
        MQTT_URL: `mqtt://127.0.0.1:${port}`,
        MQTT_USERNAME: user.username,
        MQTT_PASSWORD: user.password,
      };
      await start({ redisUrl: redis.url, env });
    };
    const join = async ({ credentials }: FurnishedLab) => {
      const agent = await ScriptedAgent.connect({ url: broker?.url ?? '', ...agentUser }, credentials);
      tidyUps.push(() => agent.leave());
      await agent.join();
      return agent;
    };

    it('absent at start, work is accepted, and assigned when the broker comes', async () => {
      const port = await freePort();
      await startWith(port);
      await unhealthy('broker');
      expect((await health()).body.status).toBe('degraded');
      const lab = await world.makeLab();
      const { id } = await world.submit(lab.labId, smallPart());
      await world.jobWhen(id, 'queued');
      broker = await startMosquitto({ users, port });
      await healthy();
      const agent = await join(lab);
      const { runId } = await agent.take('assignment');
      expect((await world.jobWhen(id, 'running')).runs.map((run) => run.id)).toEqual([runId]);
      expect(warnings).toEqual([
        expect.stringMatching(
          /^the broker at mqtt:\/\/127.0.0.1:\d+ does not answer \(connect ECONNREFUSED .*\): labs continue to print/,
        ),
      ]);
    });

    it('lost while it runs, the lab is shown offline, and the work arrives when it is back', async () => {
      broker = await startMosquitto({ users });
      const { port } = broker;
      await startWith(port);
      await healthy();
      const lab = await world.makeLab();
      const agent = await join(lab);
      await broker.stop();
      await unhealthy('broker');
      const { body } = await world.admin.get<{ items: { agentOnline: boolean }[] }>('/api/v1/labs');
      expect(body.items.map(({ agentOnline }) => agentOnline)).toEqual([false]);
      const { id } = await world.submit(lab.labId, smallPart());
      await world.jobWhen(id, 'queued');
      broker = await startMosquitto({ users, port });
      await Promise.all([agent.reconnected(), healthy()]);
      await agent.join();
      await agent.take('assignment');
      expect((await world.jobWhen(id, 'running')).runs).toHaveLength(1);
    });

    it('lost between an event and its acknowledgement, the event that the agent repeats counts once', async () => {
      broker = await startMosquitto({ users });
      const { port } = broker;
      await startWith(port);
      await healthy();
      const lab = await world.makeLab();
      const agent = await join(lab);
      const { id } = await world.submit(lab.labId, smallPart());
      const { runId } = await agent.take('assignment');
      await agent.report({ type: 'run.accepted', runId });
      await agent.report({ type: 'run.started', runId });
      await agent.send(ended(runId));
      await broker.stop();
      await unhealthy('broker');
      broker = await startMosquitto({ users, port });
      await Promise.all([agent.reconnected(), healthy()]);
      await agent.join();
      agent.heard.length = 0;
      expect(await agent.report(ended(runId), 3)).toBe(3);
      expect(await agent.report(ended(runId), 3)).toBe(3);
      expect((await world.jobWhen(id, 'done')).runs).toHaveLength(1);
      const ledger = `/api/v1/spools/${lab.spoolId}/movements`;
      const { body } = await world.admin.get<{ items: { kind: string }[] }>(ledger);
      expect(body.items.map(({ kind }) => kind)).toEqual(['receipt', 'print']);
    });
  });
});
