import { existsSync } from 'node:fs';
import { rm, symlink } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import {
  accepts,
  freePort,
  type PtyPair,
  pollUntil,
  startAedes,
  startPtyPair,
  temporaryDirectory,
} from '@pandafab/testing';
import mqtt from 'mqtt';
import { SerialPort } from 'serialport';
import { openPort } from './open-port';
import type { Port } from './port';

/** The host's end of a line, reduced to what these tests need. */
interface Host {
  write(text: string): void;
  heard(): string;
  end(): Promise<void>;
}

/** The machine answers every line with `ok <line>`, however the bytes are split. */
async function echoAt(address: string, extra: { link?: string; username?: string; password?: string } = {}) {
  const news: string[] = [];
  let rest = '';
  const port: Port = await openPort(
    address,
    {
      connected: () => news.push('connected'),
      lost: () => news.push('lost'),
      received: (bytes) => {
        const lines = (rest + Buffer.from(bytes).toString()).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) port.send(Buffer.from(`ok ${line}\n`));
      },
    },
    { baudRate: 115_200, link: extra.link, mqttUsername: extra.username, mqttPassword: extra.password },
  );
  return { port, news };
}

function serialHost(path: string): Promise<Host> {
  return new Promise((resolve, reject) => {
    let text = '';
    const device = new SerialPort({ path, baudRate: 115_200 }, (error) => error && reject(error));
    device.on('data', (bytes: Buffer) => {
      text += bytes;
    });
    device.once('open', () =>
      resolve({
        write: (sent) => void device.write(sent),
        heard: () => text,
        end: () => new Promise((done) => device.close(() => done())),
      }),
    );
  });
}

async function tcpHost(address: string): Promise<Host & { socket: Socket }> {
  let text = '';
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  socket.on('data', (bytes) => {
    text += bytes;
  });
  await new Promise((resolve) => socket.once('connect', resolve));
  const end = () => new Promise<void>((done) => socket.destroy().once('close', () => done()));
  return { socket, write: (sent) => void socket.write(sent), heard: () => text, end };
}

async function mqttHost(url: string, base: string, options = {}): Promise<Host> {
  let text = '';
  const client = await mqtt.connectAsync(url, options);
  client.on('message', (_topic, payload) => {
    text += payload;
  });
  await client.subscribeAsync(`${base}/from`, { qos: 1 });
  return {
    write: (sent) => void client.publish(`${base}/to`, sent, { qos: 1 }),
    heard: () => text,
    end: () => client.endAsync(),
  };
}

async function expectConversation(host: Host): Promise<void> {
  for (const piece of ['M1', '05\nG2', '8\nM400\n']) host.write(piece);
  await pollUntil('three answers', () => host.heard() === 'ok M105\nok G28\nok M400\n');
}

describe('a port carries lines in pieces, both ways', () => {
  it('on an existing device path, also once it was gone and is back', async () => {
    const directory = await temporaryDirectory();
    const path = join(directory.path, 'cable');
    const plugIn = async () => {
      const pair = await startPtyPair();
      await symlink(pair.machinePath, path);
      return pair;
    };
    const pullOut = async (pair: PtyPair) => {
      await pair.stop();
      await rm(path);
    };
    let pair = await plugIn();
    const { port, news } = await echoAt(path);
    for (let life = 0; life < 2; life++) {
      await pollUntil('the machine at the device', () => news.at(-1) === 'connected');
      const host = await serialHost(pair.hostPath);
      await expectConversation(host);
      await host.end();
      await pullOut(pair);
      await pollUntil('the loss', () => news.at(-1) === 'lost');
      pair = await plugIn();
    }
    await port.close();
    await pullOut(pair);
    await directory.remove();
  });

  it('on a device path that it creates, one host after another', async () => {
    const directory = await temporaryDirectory();
    const link = join(directory.path, 'printer');
    const { port } = await echoAt('pty', { link });
    expect(port.address).toBe(link);
    for (let visit = 0; visit < 2; visit++) {
      const host = await serialHost(link);
      await expectConversation(host);
      await host.end();
    }
    await port.close();
    expect(existsSync(link)).toBe(false);
    await directory.remove();
  });

  it('over TCP, one host at a time, one after another', async () => {
    const { port, news } = await echoAt('tcp://127.0.0.1:0');
    const host = await tcpHost(port.address);
    const second = await tcpHost(port.address);
    await new Promise((resolve) => second.socket.once('close', resolve));
    await expectConversation(host);
    await host.end();
    await pollUntil('the loss', () => news.at(-1) === 'lost');
    const third = await tcpHost(port.address);
    await expectConversation(third);
    await port.close();
    expect(await accepts(Number(new URL(port.address).port))).toBe(false);
  });

  it('over MQTT, with credentials, before and after the broker starts', async () => {
    const user = { username: 'bench', password: 's3cret/ü' };
    const brokerPort = await freePort();
    const base = 'labs/one/printer';
    const { port, news } = await echoAt(`mqtt://127.0.0.1:${brokerPort}/${base}`, user);
    for (let life = 0; life < 2; life++) {
      await pollUntil('the loss', () => news.at(-1) === 'lost');
      const broker = await startAedes({ port: brokerPort, users: [user] });
      await pollUntil('the machine at the broker', () => news.at(-1) === 'connected');
      const host = await mqttHost(broker.url, base, user);
      await expectConversation(host);
      await host.end();
      await broker.stop();
    }
    await port.close();
  });

  it('reads credentials from the address too', async () => {
    const broker = await startAedes({ users: [{ username: 'bench', password: 'p/w' }] });
    const { port, news } = await echoAt(`mqtt://bench:p%2Fw@127.0.0.1:${broker.port}/x`);
    await pollUntil('the machine at the broker', () => news.at(-1) === 'connected');
    expect(port.address).toBe(`mqtt://127.0.0.1:${broker.port}/x`);
    await port.close();
    await broker.stop();
  });
});

describe('a port that cannot be opened says why', () => {
  it.each([
    ['/dev/there-is-none', 'MACHINE.PORT_ABSENT'],
    ['/dev/null', 'MACHINE.PORT_REFUSED'],
    ['udp://127.0.0.1:1', 'MACHINE.BAD_ADDRESS'],
    ['tcp://127.0.0.1', 'MACHINE.BAD_ADDRESS'],
    ['mqtt://127.0.0.1', 'MACHINE.BAD_ADDRESS'],
  ])('%s: %s', async (address, code) => {
    await expect(echoAt(address)).rejects.toMatchObject({ code });
  });

  it('a TCP port in use: HOST.PORT_TAKEN', async () => {
    const { port } = await echoAt('tcp://127.0.0.1:0');
    await expect(echoAt(port.address)).rejects.toMatchObject({ code: 'HOST.PORT_TAKEN' });
    await port.close();
  });

  it('a link that cannot be made: MACHINE.PORT_REFUSED, with the reason of socat', async () => {
    const link = '/there/is/no/such/directory';
    await expect(echoAt('pty', { link })).rejects.toMatchObject({
      code: 'MACHINE.PORT_REFUSED',
      details: { reason: expect.stringContaining('No such file') },
    });
  });
});
