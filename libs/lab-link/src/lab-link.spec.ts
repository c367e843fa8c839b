import type { LabId, MachineId } from '@pandafab/shared';
import { newId, systemClock } from '@pandafab/shared';
import fc from 'fast-check';
import {
  CONSOLE_WATCH_MS,
  decode,
  downSchema,
  envelope,
  LONGEST_CONSOLE_LINE,
  labTopics,
  MAX_MESSAGE_BYTES,
  MOST_CONSOLE_LINES,
  MOST_CONSOLES,
  mayTouch,
  readTopic,
  telemetrySchema,
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

  it('reads back that somebody looks at a machine', () => {
    const options = { expiresInMs: CONSOLE_WATCH_MS };
    const sent = envelope(systemClock, 'watch', { epoch: 3, machineId }, options);
    expect(decode(downSchema, bytes(sent))).toEqual({ ok: true, message: sent });
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

describe('telemetry with the lines of machines', () => {
  const machine = (console?: readonly string[]) => ({
    ...{ machineId, connection: 'printing', firmware: null, nozzle: null, bed: null },
    ...{ heatersUnknown: false, needsPerson: null, run: null },
    ...(console && { console }),
  });
  const telemetry = (...machines: object[]) =>
    bytes(envelope(systemClock, 'telemetry', { epoch: 1, machines }));

  it('is read, and so is that of agents which say none', () => {
    const read = decode(telemetrySchema, telemetry(machine(['  0.100 > M105']), machine()));
    expect(read.ok && read.message.body.machines.map(({ console }) => console)).toEqual([
      ['  0.100 > M105'],
      undefined,
    ]);
  });

  it('is a message that is taken, with as many as may be and each as long as it may be', () => {
    const lines = Array.from({ length: MOST_CONSOLE_LINES }, () => '"'.repeat(LONGEST_CONSOLE_LINE));
    const others = Array.from({ length: 50 }, () => machine());
    const most = telemetry(...others, ...Array.from({ length: MOST_CONSOLES }, () => machine(lines)));
    expect([decode(telemetrySchema, most).ok, most.length < MAX_MESSAGE_BYTES / 2]).toEqual([true, true]);
  });

  it.each([
    ['too many', Array.from({ length: MOST_CONSOLE_LINES + 1 }, () => 'ok')],
    ['too long', ['x'.repeat(LONGEST_CONSOLE_LINE + 1)]],
  ])('is refused where they are %s', (_name, console) => {
    expect(decode(telemetrySchema, telemetry(machine(console)))).toMatchObject({
      ok: false,
      refusal: 'malformed',
    });
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
