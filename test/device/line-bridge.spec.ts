import type { CloseReason } from '@pandafab/machine-host';
import { transportFor } from '@pandafab/machine-host';
import { pollUntil, startAedes, startMosquitto } from '@pandafab/testing';
import mqtt from 'mqtt';

describe.each([
  ['Mosquitto', startMosquitto],
  ['the embedded broker', startAedes],
])('the presence of a line bridge on %s', (_, start) => {
  const BASE = 'labs/one/printer';
  let broker: Awaited<ReturnType<typeof start>>;
  beforeEach(async () => {
    broker = await start();
  });
  afterEach(() => broker.stop());
  const address = (options = '') => `mqtt://127.0.0.1:${broker.port}/${BASE}${options}`;
  const open = (onClose: (why: CloseReason) => void) =>
    transportFor(address(), { baudRate: 115_200 }).open(() => undefined, onClose);

  it('counts as unplugged when its last will is published', async () => {
    const bridge = await mqtt.connectAsync(broker.url, {
      will: { topic: `${BASE}/presence`, payload: Buffer.from('offline'), qos: 1, retain: true },
      reconnectPeriod: 0,
    });
    await bridge.publishAsync(`${BASE}/presence`, 'online', { qos: 1, retain: true });
    const reasons: CloseReason[] = [];
    await open((why) => reasons.push(why));
    bridge.stream.destroy();
    await pollUntil('the loss', () => reasons.length > 0);
    expect(reasons).toEqual([{ kind: 'unplugged', detail: 'its line bridge is offline' }]);
  });

  it('is refused immediately while it is offline', async () => {
    const bridge = await mqtt.connectAsync(broker.url);
    await bridge.publishAsync(`${BASE}/presence`, 'offline', { qos: 1, retain: true });
    await bridge.endAsync();
    const reasons: CloseReason[] = [];
    // The broker may hand the retained message over just before or just after the line counts as open.
    const refused = await open((why) => reasons.push(why)).then(
      () => false,
      () => true,
    );
    await pollUntil('the refusal', () => refused || reasons[0]?.kind === 'unplugged');
  });

  it.each([
    ['', 1],
    ['?batch=0', 3],
  ])(
    'a window of lines leaves in one message, unless each line wants its own (%j)',
    async (options, count) => {
      const messages: string[] = [];
      const bridge = await mqtt.connectAsync(broker.url);
      bridge.on('message', (_topic, payload) => messages.push(payload.toString()));
      await bridge.subscribeAsync(`${BASE}/to`);
      const transport = transportFor(address(options), { baudRate: 115_200 });
      const link = await transport.open(
        () => undefined,
        () => undefined,
      );
      const lines = ['N1 G28*18\n', 'N2 M83*22\n', 'N3 G90*37\n'];
      link.write(Buffer.from(lines.join('')));
      await pollUntil('the lines', () => messages.join('') === lines.join(''));
      expect(messages).toHaveLength(count);
      await link.close();
      await bridge.endAsync();
    },
  );
});
