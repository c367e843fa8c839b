import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import Redis from 'ioredis';
import { connectAsync } from 'mqtt';
import { Client } from 'pg';
import { accepts, startAedes, startMosquitto, startPtyPair, startRedis } from '../index';
import { copyPostgresDatabase, createPostgresDatabase } from './postgres';
import { borrowRedis } from './redis';
import { onceInThisRun } from './whole-run';

describe('harnesses', () => {
  it('a Redis that was borrowed is empty for the next test', async () => {
    const first = await borrowRedis();
    const client = new Redis(first.url);
    await client.set('left', 'behind');
    client.disconnect();
    await first.giveBack();
    const second = await borrowRedis();
    expect(second.url).toBe(first.url);
    const next = new Redis(second.url);
    expect(await next.dbsize()).toBe(0);
    next.disconnect();
    await second.giveBack();
  });

  it('work for the whole run of tests is done once, and all callers get its result, or its error', async () => {
    let times = 0;
    const name = `once-${process.pid}`;
    const work = async () => `result ${++times}`;
    expect(await Promise.all([onceInThisRun(name, work), onceInThisRun(name, work)])).toEqual([
      'result 1',
      'result 1',
    ]);
    const broken = () => Promise.reject(new Error('no room'));
    await expect(onceInThisRun(`${name}-broken`, broken)).rejects.toThrow('no room');
    await expect(onceInThisRun(`${name}-broken`, work)).rejects.toThrow('no room');
  });

  it('a database that was replaced by a copy serves as the next empty one', async () => {
    const [template, first] = [await createPostgresDatabase(), await createPostgresDatabase()];
    const ask = async (url: string, sql: string) => {
      const database = new Client({ connectionString: url });
      await database.connect();
      const { rows } = await database.query(sql);
      await database.end();
      return rows;
    };
    await ask(template.url, 'CREATE TABLE copied (id integer)');
    await copyPostgresDatabase(async () => template.url, first.url);
    expect(await ask(first.url, 'SELECT * FROM copied')).toEqual([]);
    const second = await createPostgresDatabase();
    const tables = "SELECT * FROM pg_tables WHERE schemaname = 'public'";
    expect(await ask(second.url, tables)).toEqual([]);
    await ask(second.url, 'CREATE TABLE used (id integer)');
    await copyPostgresDatabase(async () => template.url, second.url);
    expect(await ask(second.url, 'SELECT * FROM used')).toEqual([]);
    for (const each of [template, first, second]) await each.drop();
  });

  it('Redis serves, and its port is free afterwards', async () => {
    const redis = await startRedis();
    const client = new Redis(redis.url);
    expect(await client.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
    client.disconnect();
    await redis.stop();
    expect(await accepts(redis.port)).toBe(false);
  });

  it('a pty pair carries bytes both ways until it is unplugged', async () => {
    const pair = await startPtyPair();
    const host = await open(pair.hostPath, 'r+');
    const machine = await open(pair.machinePath, 'r+');
    await host.write('M105\n');
    expect((await machine.read(Buffer.alloc(16))).bytesRead).toBe(5);
    await machine.write('ok\n');
    expect((await host.read(Buffer.alloc(16))).buffer.subarray(0, 3).toString()).toBe('ok\n');
    await Promise.all([host.close(), machine.close()]);
    await pair.stop();
    expect(existsSync(pair.hostPath)).toBe(false);
  });

  describe.each([
    ['aedes', startAedes],
    ['mosquitto', startMosquitto],
  ])('%s', (_name, startBroker) => {
    const user = { username: 'bench', password: 'a secret' };

    it('carries a message at QoS 1, comes back on the same port, and ends', async () => {
      const first = await startBroker();
      await first.stop();
      const broker = await startBroker({ port: first.port });
      const client = await connectAsync(broker.url, { protocolVersion: 4 });
      const received = new Promise((resolve) =>
        client.once('message', (_t, payload) => resolve(`${payload}`)),
      );
      await client.subscribeAsync('line/to', { qos: 1 });
      await client.publishAsync('line/to', 'G28', { qos: 1 });
      expect(await received).toBe('G28');
      await client.endAsync();
      await broker.stop();
      expect(await accepts(broker.port)).toBe(false);
    });

    it('accepts only its users', async () => {
      const broker = await startBroker({ users: [user] });
      const client = await connectAsync(broker.url, { ...user, protocolVersion: 4 });
      await client.endAsync();
      const stranger = connectAsync(broker.url, { ...user, password: 'guess', reconnectPeriod: 0 }, false);
      await expect(stranger).rejects.toThrow(/authori[sz]ed|user name or password/i);
      await broker.stop();
    });
  });
});
