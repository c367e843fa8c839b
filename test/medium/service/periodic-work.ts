import { pollUntil, startRedis, type TemporaryRedis } from '@pandafab/testing';
import { Queue } from 'bullmq';
import type Redis from 'ioredis';
import { PeriodicWork } from '../../../apps/server/src/platform/queues/periodic-work';
import { connectRedis } from '../../../apps/server/src/platform/queues/redis';

const PREFIX = 'test';
const HOUR_MS = 3_600_000;

describe('hourly work, by two processes on one Redis', () => {
  let redis: TemporaryRedis;
  let view: Redis;
  let queue: Queue;
  const processes: { readonly work: PeriodicWork; readonly connections: Redis[] }[] = [];
  let runs = 0;

  const begin = async () => {
    const [producer, consumer] = [1, 2].map(() => connectRedis(redis.url, {})) as [Redis, Redis];
    const work = new PeriodicWork();
    work.register({
      name: 'count',
      everyMs: HOUR_MS,
      run: async () => {
        runs += 1;
      },
    });
    work.open({ producer, consumer, prefix: PREFIX });
    await work.setUp();
    processes.push({ work, connections: [producer, consumer] });
  };
  const end = async () => {
    const one = processes.pop();
    await one?.work.close(true);
    for (const connection of one?.connections ?? []) connection.disconnect();
  };
  /** Nothing runs or is to run now, and the next time is planned: everything that could run has run. */
  const idle = () =>
    pollUntil('the next time to be planned', async () => {
      const { active, waiting, delayed } = await queue.getJobCounts('active', 'waiting', 'delayed');
      return active === 0 && waiting === 0 && delayed === 1;
    });
  /** The clock of BullMQ is the real one: the next time comes immediately instead of in an hour. */
  const anHourLater = async () => {
    const [next] = await queue.getDelayed();
    await next?.promote();
    await pollUntil('it to be taken', async () => (await queue.getDelayed())[0]?.id !== next?.id);
  };

  beforeAll(async () => {
    redis = await startRedis();
    view = connectRedis(redis.url, {});
    queue = new Queue('periodic', { connection: view, prefix: PREFIX });
  });
  afterAll(async () => {
    while (processes.length > 0) await end();
    await queue.close();
    view.disconnect();
    await redis.stop();
  });

  it('is done once at each of its times', async () => {
    await begin();
    await begin();
    await idle();
    expect(runs).toBe(1);
    await anHourLater();
    await idle();
    expect(runs).toBe(2);
    expect(await queue.getJobSchedulersCount()).toBe(1);
  });

  it('keeps its next time when another process starts', async () => {
    const [before] = await queue.getJobSchedulers();
    await begin();
    await idle();
    expect((await queue.getJobSchedulers())[0]?.next).toBe(before?.next);
    expect(runs).toBe(2);
  });

  it('continues when a process ends', async () => {
    await end();
    await end();
    await anHourLater();
    await idle();
    expect(runs).toBe(3);
  });

  it('is set up again when Redis was emptied', async () => {
    await view.flushall();
    expect(await queue.getJobSchedulersCount()).toBe(0);
    await processes[0]?.work.setUp();
    await idle();
    expect(runs).toBe(4);
  });

  it('is refused to two tasks of one name', () => {
    const task = { name: 'count', everyMs: HOUR_MS, run: async () => {} };
    const work = new PeriodicWork();
    work.register(task);
    expect(() => work.register(task)).toThrow('registered twice: periodic task count');
  });
});
