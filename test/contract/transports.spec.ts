import { createServer, type Server, type Socket } from 'node:net';
import type { CloseReason, MachineDriver } from '@pandafab/machine-host';
import { createStreamingDriver, transportFor } from '@pandafab/machine-host';
import { ODD_FIRMWARES, VirtualMachine } from '@pandafab/machine-sim';
import { systemClock } from '@pandafab/shared';
import { pollUntil, startAedes, startMosquitto, startPtyPair } from '@pandafab/testing';
import mqtt from 'mqtt';
import { SerialPort } from 'serialport';
import { openPort } from '../../apps/cli/src/ports/open-port';
import { hashOf, NotingObserver, profileIds, profileOf, silentLog, workOf } from '../device/bench';

/** A line with a virtual machine at its far end. */
interface FarEnd {
  readonly address: string;
  /** Breaks the line. */
  cut(): Promise<void> | void;
  stop(): Promise<void>;
}
type Send = (bytes: Uint8Array) => void;
type Plug = (receive: (bytes: Uint8Array) => void) => Promise<FarEnd & { send: Send }>;

const overSerial: Plug = async (receive) => {
  const pair = await startPtyPair();
  const port = new SerialPort({ path: pair.machinePath, baudRate: 115_200 });
  await new Promise<void>((resolve) => port.once('open', () => resolve()));
  port.on('data', receive);
  // The machine may write at the moment at which the line breaks.
  port.on('error', () => undefined);
  const stop = async () => {
    if (port.isOpen) await new Promise<void>((resolve) => port.close(() => resolve()));
    await pair.stop();
  };
  return {
    address: pair.hostPath,
    send: (bytes) => port.write(Buffer.from(bytes)),
    cut: () => pair.stop(),
    stop,
  };
};

const overTcp: Plug = async (receive) => {
  let host: Socket | null = null;
  const server: Server = createServer((socket) => {
    host = socket
      .setNoDelay(true)
      .on('data', receive)
      .on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  return {
    address: `tcp://127.0.0.1:${port}`,
    send: (bytes) => host?.write(bytes),
    cut: () => void host?.destroy(),
    stop: async () => {
      host?.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

/** Pieces with any borders, as a bridge may send them. */
function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += 7) yield bytes.subarray(start, start + 7);
}

const overMqtt =
  (start: typeof startMosquitto | typeof startAedes): Plug =>
  async (receive) => {
    const broker = await start({ users: [{ username: 'lab', password: 's3cret/@' }] });
    const client = await mqtt.connectAsync(broker.url, {
      protocolVersion: 4,
      username: 'lab',
      password: 's3cret/@',
    });
    client.on('error', () => undefined);
    client.on('message', (_topic, payload) => receive(payload));
    await client.subscribeAsync('labs/one/printer/to', { qos: 1 });
    return {
      address: `mqtt://lab:${encodeURIComponent('s3cret/@')}@127.0.0.1:${broker.port}/labs/one/printer`,
      send: (bytes) => {
        for (const piece of pieces(bytes))
          client.publish('labs/one/printer/from', Buffer.from(piece), { qos: 1 });
      },
      cut: () => broker.stop(),
      stop: async () => {
        await client.endAsync(true);
        await broker.stop();
      },
    };
  };

/** The virtual machine's own bridge, with these options on both ends. */
const overBridge =
  (start: typeof startMosquitto | typeof startAedes, options: string): Plug =>
  async (receive) => {
    const broker = await start();
    let ready = () => {};
    const connected = new Promise<void>((resolve) => {
      ready = resolve;
    });
    const address = `mqtt://127.0.0.1:${broker.port}/labs/one/printer${options}`;
    const events = { connected: () => ready(), received: receive, lost: () => undefined };
    const port = await openPort(address, events, { baudRate: 0 });
    await connected;
    return {
      address,
      send: (bytes) => port.send(bytes),
      // The bridge ends, not the broker: the host receives its last will.
      cut: () => port.close(),
      stop: async () => {
        await port.close();
        await broker.stop();
      },
    };
  };

const plugs: readonly [string, Plug][] = [
  ['a serial device (pty)', overSerial],
  ['TCP', overTcp],
  ['MQTT on Mosquitto', overMqtt(startMosquitto)],
  ['MQTT on the embedded broker', overMqtt(startAedes)],
];

/** The options of a line bridge's address do not depend on the firmware: one of each kind is enough. */
const bridges: readonly [string, Plug][] = [
  ['MQTT on Mosquitto, QoS 0, base64', overBridge(startMosquitto, '?qos=0&framing=base64')],
  ['MQTT on Mosquitto, one line a message', overBridge(startMosquitto, '?batch=0')],
  ['MQTT on the embedded broker, QoS 0', overBridge(startAedes, '?qos=0')],
  [
    'MQTT on the embedded broker, base64, one line a message',
    overBridge(startAedes, '?framing=base64&batch=0'),
  ],
];
const fewProfiles = ['marlin-1', 'marlin-2-advanced-ok'];
const lines = [
  ...plugs.map(([name, plug]) => ({ name, plug, ids: profileIds })),
  ...bridges.map(([name, plug]) => ({ name, plug, ids: fewProfiles })),
];

const ODD = Object.keys(ODD_FIRMWARES).filter((name) => name !== 'unreadable');

const print = [
  'M104 S200',
  'M109 S200',
  'G28',
  'M83',
  ...Array.from({ length: 60 }, (_, i) => `G1 X${i} E.5 F6000`),
];

describe.each(lines)('over $name', ({ plug, ids }) => {
  let far: FarEnd & { send: Send };
  let machine: VirtualMachine;
  let driver: MachineDriver;

  /** @param odd how its firmware differs from what the host expects */
  async function setUp(id: string, odd?: string): Promise<void> {
    const known = profileOf(id);
    // When the host waits for temperatures instead of the firmware, it can ask more often than once a second.
    const profile = { ...known, timeouts: { ...known.timeouts, temperatureMs: 100 } };
    far = await plug((bytes) => machine.receive(bytes));
    machine = new VirtualMachine({
      profile: ODD_FIRMWARES[odd ?? '']?.(profile) ?? profile,
      clock: systemClock,
      speed: 2_000,
      send: (bytes) => far.send(bytes),
    });
    machine.powerOn();
    const transport = transportFor(far.address, { baudRate: 115_200 });
    driver = createStreamingDriver({ transport, profile, clock: systemClock, log: silentLog });
    await driver.connect();
  }
  afterEach(async () => {
    await driver.disconnect();
    machine.powerOff();
    await far.stop();
  });

  it.each(ids)('%s prints a file exactly', async (id) => {
    await setUp(id);
    const outcome = await driver.run(workOf(print), new NotingObserver());
    const waits = profileOf(id).capabilities.EMERGENCY_PARSER;
    const sent = print.map((text) => (waits ? text : text.replace('M109', 'M104')));
    expect(outcome).toMatchObject({ outcome: 'done', cause: null, sha256: hashOf(sent), exact: true });
    expect(machine.record).toMatchObject({
      sha256: hashOf(sent),
      filamentUm: outcome.filamentUm,
      bytesOverrun: 0,
    });
    expect(driver.status()).toMatchObject({ state: 'ready', heatersUnknown: false });
  });

  if (plug === overSerial)
    it.each(ODD)('an odd firmware prints a file exactly (%s)', async (odd) => {
      await setUp('marlin-1', odd);
      const outcome = await driver.run(workOf(print), new NotingObserver());
      expect(outcome).toMatchObject({ outcome: 'done', cause: null, resends: 0, exact: true });
      expect(machine.record).toMatchObject({ filamentUm: outcome.filamentUm, bytesOverrun: 0 });
      await pollUntil('its heaters to be known off', () => !driver.status().heatersUnknown);
      expect(machine.record.nozzles[0]?.target).toBe(0);
    });

  it('a cancelled run leaves the heaters off', async () => {
    await setUp('marlin-2');
    const run = driver.run(workOf(['M104 S200', 'G4 S1000', ...print]), new NotingObserver());
    await pollUntil('the run to begin', () => machine.record.commandsAccepted >= 2);
    driver.cancel();
    expect((await run).outcome).toBe('cancelled');
    expect(machine.record.nozzles[0]?.target).toBe(0);
  });

  it('a line that breaks ends the run with its cause, and the machine can be connected again or is reported absent', async () => {
    await setUp('marlin-2');
    const run = driver.run(workOf(['M104 S200', 'G4 S1000', ...print]), new NotingObserver());
    await pollUntil('the run to begin', () => machine.record.commandsAccepted >= 2);
    await far.cut();
    const outcome = await run;
    expect(outcome).toMatchObject({ outcome: 'failed', cause: { code: 'MACHINE.UNPLUGGED' } });
    expect(driver.status()).toMatchObject({ state: 'faulted', heatersUnknown: true });
  });
});

describe('an address without a machine', () => {
  const open = (address: string) =>
    transportFor(address, { baudRate: 115_200 }).open(
      () => undefined,
      (_why: CloseReason) => undefined,
    );

  it.each([
    ['/dev/serial/by-id/nothing', 'MACHINE.PORT_ABSENT'],
    ['tcp://127.0.0.1:1', 'MACHINE.UNREACHABLE'],
    ['mqtt://127.0.0.1:1/lab/printer', 'MACHINE.UNREACHABLE'],
  ])('%s is named in the fault', async (address, code) => {
    await expect(open(address)).rejects.toMatchObject({ code, details: { address } });
  });

  it.each([
    'tcp://host',
    'mqtt://host:1883',
    'mqtt://host/lab/#',
    'http://host/x',
    'mqtt://h/t?qos=3',
    'mqtt://h/t?frame=x',
    '',
  ])('%j is refused as an address', (address) => {
    expect(() => transportFor(address, { baudRate: 115_200 })).toThrow(/MACHINE.BAD_ADDRESS/);
  });

  it('a port in use is reported to the second program that opens it', async () => {
    const pair = await startPtyPair();
    const first = await open(pair.hostPath);
    await expect(open(pair.hostPath)).rejects.toMatchObject({ code: 'MACHINE.PORT_BUSY' });
    await first.close();
    const second = await open(pair.hostPath);
    await second.close();
    await pair.stop();
  });
});

/** CONNACK, then SUBACK for each SUBSCRIBE; it supports nothing else of MQTT, and acknowledges nothing. */
function answerAsDeafBroker(socket: Socket): void {
  socket.on('data', (bytes) => {
    const type = (bytes[0] ?? 0) >> 4;
    if (type === 1) socket.write(Buffer.from([0x20, 2, 0, 0]));
    if (type === 8) socket.write(Buffer.from([0x90, 3, bytes[2] ?? 0, bytes[3] ?? 0, 1]));
  });
}

describe('a line whose other end reads nothing any more', () => {
  const behind = async (answer: (socket: Socket) => void) => {
    const sockets: Socket[] = [];
    const server = createServer((socket) => {
      sockets.push(socket.on('error', () => undefined));
      answer(socket);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const bound = server.address();
    const stop = async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    };
    return { at: `127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`, stop };
  };

  it.each([
    ['tcp', '', (socket: Socket) => void socket.pause()],
    ['mqtt', '/lab/printer', answerAsDeafBroker],
  ])('is closed all the same, over %s', async (protocol, path, answer) => {
    const peer = await behind(answer);
    const link = await transportFor(`${protocol}://${peer.at}${path}`, { baudRate: 115_200 }).open(
      () => undefined,
      () => undefined,
    );
    link.write(Buffer.alloc(16_000_000, 'M105\n'));
    await link.close();
    await peer.stop();
  });
});
