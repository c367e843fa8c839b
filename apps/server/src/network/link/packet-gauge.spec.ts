import fc from 'fast-check';
import { generate } from 'mqtt-packet';
import { PacketGauge } from './packet-gauge';

const MOST = 1000;
const publish = (bytes: number) =>
  generate({ cmd: 'publish', topic: 't', payload: Buffer.alloc(bytes), qos: 0, dup: false, retain: false });
/** Two bytes of the topic's length and one of the topic. */
const OVERHEAD = 3;

describe('measuring packets', () => {
  it('accepts packets that are not too long, however they are split into chunks', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: MOST - OVERHEAD }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 300 }), (lengths, cut) => {
        const bytes = Buffer.concat([...lengths.map(publish), generate({ cmd: 'pingreq' })]);
        const gauge = new PacketGauge(MOST);
        for (let at = 0; at < bytes.length; at += cut)
          expect(gauge.take(bytes.subarray(at, at + cut))).toBe(true);
        expect(gauge.take(publish(MOST))).toBe(false);
      }),
    );
  });

  it('rejects a packet whose announced length is too long', () => {
    const packet = publish(MOST - OVERHEAD + 1);
    expect(new PacketGauge(MOST).take(packet.subarray(0, 3))).toBe(false);
    expect(new PacketGauge(MOST).take(Buffer.from([0x30, 0xff, 0xff, 0xff, 0x7f]))).toBe(false);
    expect(new PacketGauge(1e12).take(Buffer.from([0x30, 0xff, 0xff, 0xff, 0xff]))).toBe(false);
  });
});
