import type { LabId, MachineId } from '@pandafab/shared';
import { newId, systemClock } from '@pandafab/shared';
import fc from 'fast-check';
import {
  decode,
  downSchema,
  envelope,
  labTopics,
  MAX_MESSAGE_BYTES,
  mayTouch,
  readTopic,
  upSchema,
} from './index';

const bytes = (value: unknown) => Buffer.from(JSON.stringify(value));
const labId = newId<LabId>();
const machineId = newId<MachineId>();

describe('reading messages', () => {
  it('reads back what was sent', () => {
    const sent = envelope(systemClock, 'applied', { epoch: 3, sequence: 12 });
    const read = decode(downSchema, bytes(sent));
    expect(read).toEqual({ ok: true, message: sent });
  });

  it.each([
    ['oversized', Buffer.alloc(MAX_MESSAGE_BYTES + 1, 0x20)],
    ['malformed', Buffer.from('{')],
    ['malformed', bytes({ v: 1, kind: 'event' })],
    ['future-version', bytes({ v: 2, kind: 'event' })],
  ])('refuses what is %s', (refusal, sent) => {
    expect(decode(upSchema, sent)).toMatchObject({ ok: false, refusal });
  });

  it('never throws, whatever arrives', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          fc.json().map((json) => Buffer.from(json)),
        ),
        (sent) => {
          expect(decode(upSchema, sent).ok).toBe(false);
        },
      ),
    );
  });
});

describe('topics', () => {
  it('are read back', () => {
    expect(readTopic(labTopics(labId).up)).toEqual({ labId, leaf: 'up' });
    expect(readTopic('somebody/else')).toBeUndefined();
  });

  it('an agent touches its own lab only', () => {
    const agent = { kind: 'agent', labId } as const;
    const mine = labTopics(labId);
    const other = labTopics(newId<LabId>());
    expect(
      [mine.up, mine.telemetry, mine.presence, `${mine.bridge(machineId)}/to`].every((topic) =>
        mayTouch(agent, 'publish', topic),
      ),
    ).toBe(true);
    expect(
      [mine.down, `${mine.bridge(machineId)}/from`].every((topic) => mayTouch(agent, 'subscribe', topic)),
    ).toBe(true);
    const forbidden = [
      other.up,
      other.down,
      '#',
      `${other.bridge(machineId)}/from`,
      'pandafab/v1/labs/+/down',
      'pandafab/v1/labs/x/machines/+/from',
    ];
    expect(
      forbidden.filter((topic) => mayTouch(agent, 'subscribe', topic) || mayTouch(agent, 'publish', topic)),
    ).toEqual([]);
    expect(mayTouch(agent, 'publish', mine.down)).toBe(false);
  });

  it('a bridge speaks for its own machine only', () => {
    const bridge = { kind: 'bridge', labId, machineId } as const;
    const base = labTopics(labId).bridge(machineId);
    expect(mayTouch(bridge, 'publish', `${base}/from`)).toBe(true);
    expect(mayTouch(bridge, 'publish', `${base}/presence`)).toBe(true);
    expect(mayTouch({ kind: 'agent', labId }, 'subscribe', `${base}/presence`)).toBe(true);
    expect(mayTouch({ kind: 'agent', labId }, 'publish', `${base}/presence`)).toBe(false);
    expect(mayTouch(bridge, 'subscribe', `${base}/to`)).toBe(true);
    expect(mayTouch(bridge, 'publish', `${base}/to`)).toBe(false);
    expect(mayTouch(bridge, 'subscribe', `${labTopics(labId).bridge(newId<MachineId>())}/to`)).toBe(false);
  });
});
