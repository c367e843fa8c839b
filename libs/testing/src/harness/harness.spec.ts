import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import Redis from 'ioredis';
import { connectAsync } from 'mqtt';
import { accepts, startAedes, startMosquitto, startPtyPair, startRedis } from '../index';

describe('harnesses', () => {
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
