import { chmod, readFile } from 'node:fs/promises';
import { createStreamingDriver, transportFor } from '@pandafab/machine-host';
import { VirtualMachine } from '@pandafab/machine-sim';
import { systemClock } from '@pandafab/shared';
import { certify, startMosquitto, temporaryDirectory } from '@pandafab/testing';
import mqtt, { type MqttClient } from 'mqtt';
import { hashOf, NotingObserver, profileOf, silentLog, workOf } from '../device/bench';

describe('a line bridge on a broker that speaks TLS', () => {
  const profile = profileOf('marlin-2');
  const users = [{ username: 'lab', password: 's3cret/@' }];
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  let broker: Awaited<ReturnType<typeof startMosquitto>>;
  let own: { certificate: string; key: string };
  let others: { certificate: string; key: string };
  let bridge: MqttClient;
  let machine: VirtualMachine;
  const address = (ca: string, port = broker.port) =>
    `mqtts://lab:${encodeURIComponent('s3cret/@')}@127.0.0.1:${port}/labs/one/printer${ca && `?ca=${ca}`}`;
  const open = (at: string) =>
    transportFor(at, { baudRate: 0 }).open(
      () => undefined,
      () => undefined,
    );

  beforeAll(async () => {
    directory = await temporaryDirectory();
    await chmod(directory.path, 0o755);
    own = await certify(directory.path, 'broker');
    others = await certify(directory.path, 'other-broker');
    broker = await startMosquitto({ users, tls: own });
    bridge = await mqtt.connectAsync(broker.url, {
      ...{ username: 'lab', password: 's3cret/@', ca: await readFile(own.certificate) },
    });
    machine = new VirtualMachine({
      ...{ profile, clock: systemClock, speed: 2_000 },
      send: (bytes) => bridge.publish('labs/one/printer/from', Buffer.from(bytes), { qos: 1 }),
    });
    bridge.on('message', (_topic, payload) => machine.receive(payload));
    await bridge.subscribeAsync('labs/one/printer/to', { qos: 1 });
    machine.powerOn();
  });
  afterAll(async () => {
    machine.powerOff();
    await bridge.endAsync(true);
    await broker.stop();
    await directory.remove();
  });

  it('prints a file exactly, with the broker’s authority named in the address', async () => {
    const transport = transportFor(address(own.certificate), { baudRate: 0 });
    const driver = createStreamingDriver({ transport, profile, clock: systemClock, log: silentLog });
    await driver.connect();
    const print = ['G28', ...Array.from({ length: 20 }, (_, i) => `G1 X${i} F6000`)];
    const outcome = await driver.run(workOf(print), new NotingObserver());
    expect(outcome).toMatchObject({ outcome: 'done', sha256: hashOf(print), exact: true });
    await driver.disconnect();
  });

  it.each([
    ['another authority', () => others.certificate],
    ['the system’s authorities, which do not know it', () => ''],
  ])('is refused in words by %s', async (_which, ca) => {
    const fault = await open(address(ca())).catch((error: unknown) => error);
    expect(fault).toMatchObject({ code: 'MACHINE.BROKER_UNTRUSTED' });
    expect(JSON.stringify(fault)).not.toContain('s3cret');
  });

  it('fails with the name of the authority’s file if it is absent', async () => {
    await expect(open(address('/nowhere/ca.crt'))).rejects.toMatchObject({
      code: 'MACHINE.CA_UNREADABLE',
      details: { file: '/nowhere/ca.crt' },
    });
  });

  it('a wrong password is refused by the broker', async () => {
    const wrong = address(own.certificate).replace('lab:', 'lab:not-');
    await expect(open(wrong)).rejects.toMatchObject({ code: 'MACHINE.UNREACHABLE' });
  });
});
