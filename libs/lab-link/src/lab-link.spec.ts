import type { LabId, MachineId, RunId } from '@pandafab/shared';
import { newId, systemClock } from '@pandafab/shared';
import fc from 'fast-check';
import {
  CONSOLE_WATCH_MS,
  decode,
  downSchema,
  encodeTelemetry,
  envelope,
  finalFiguresOf,
  LONGEST_CONSOLE_LINE,
  labEventSchema,
  labTopics,
  MAX_MESSAGE_BYTES,
  MOST_CONSOLE_LINES,
  MOST_CONSOLES,
  MOST_PORTS,
  mayTouch,
  readTopic,
  runFiguresOf,
  telemetrySchema,
  upSchema,
} from './index';

const bytes = (value: unknown) => Buffer.from(JSON.stringify(value));
const labId = newId<LabId>();
const machineId = newId<MachineId>();

describe('reading messages', () => {
  it('reads a sent message unchanged', () => {
    const sent = envelope(systemClock, 'applied', { epoch: 3, sequence: 12 });
    const read = decode(downSchema, bytes(sent));
    expect(read).toEqual({ ok: true, message: sent });
  });

  it('reads a sent watch request', () => {
    const options = { expiresInMs: CONSOLE_WATCH_MS };
    const sent = envelope(systemClock, 'watch', { epoch: 3, machineId }, options);
    expect(decode(downSchema, bytes(sent))).toEqual({ ok: true, message: sent });
  });

  it('reads a report of serial ports, also one with a state of a later version', () => {
    const port = { path: '/dev/ttyACM0', maker: null, product: null, serialNumber: null };
    const ports = [{ ...port, state: 'melted', machineId: null, answer: null }];
    const read = decode(upSchema, bytes(envelope(systemClock, 'ports', { epoch: 3, ports })));
    expect(read).toMatchObject({ ok: true, message: { body: { ports: [{ state: 'unasked' }] } } });
    const many = Array.from({ length: MOST_PORTS + 1 }, () => ports[0]);
    const refused = decode(upSchema, bytes(envelope(systemClock, 'ports', { epoch: 3, ports: many })));
    expect(refused).toMatchObject({ ok: false, refusal: 'malformed' });
  });

  it.each([
    ['oversized', Buffer.alloc(MAX_MESSAGE_BYTES + 1, 0x20)],
    ['malformed', Buffer.from('{')],
    ['malformed', bytes({ v: 1, kind: 'event' })],
    ['future-version', bytes({ v: 2, kind: 'event' })],
  ])('refuses a message that is %s', (refusal, sent) => {
    expect(decode(upSchema, sent)).toMatchObject({ ok: false, refusal });
  });

  it('never throws, for any input', () => {
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
    ...{ machineId, state: 'printing', firmware: null, readings: [] },
    ...{ heatersUnknown: false, needsPerson: null, run: null },
    ...(console && { console }),
  });
  const telemetry = (...machines: object[]) =>
    bytes(envelope(systemClock, 'telemetry', { epoch: 1, machines }));

  it('is read, also from agents that send no lines', () => {
    const read = decode(telemetrySchema, telemetry(machine(['  0.100 > M105']), machine()));
    expect(read.ok && read.message.body.machines.map(({ console }) => console)).toEqual([
      ['  0.100 > M105'],
      undefined,
    ]);
  });

  it('is accepted with the most and longest lines allowed', () => {
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

describe('the figures of a run', () => {
  const run = {
    ...{ runId: newId<RunId>(), phase: 'printing', fraction: 0.5, remainingSeconds: 30 },
    ...{ linesSent: 12, linesAcknowledged: 9, resends: 1, filamentUm: [4_200], seconds: 61.5 },
  };
  const machine = {
    ...{ machineId, state: 'printing' as const, firmware: null, readings: [] },
    ...{ heatersUnknown: false, needsPerson: null },
  };
  const runIn = (sent: Uint8Array) => {
    const read = decode(telemetrySchema, sent);
    return read.ok && read.message.body.machines[0]?.run;
  };

  it('are read as they were sent', () => {
    const sent = encodeTelemetry(systemClock, { epoch: 1, machines: [{ ...machine, run }] });
    expect(runIn(Buffer.from(sent))).toEqual(run);
  });

  it('have the same names at the end of a run, as in existing journals', () => {
    const end = { ...runFiguresOf(run), exact: true, commandsSha256: 'a'.repeat(64) };
    const event = { type: 'run.ended', runId: run.runId, outcome: 'done', cause: null, ...end };
    const read = labEventSchema.parse(JSON.parse(JSON.stringify(event)));
    expect(read).toEqual(event);
    expect(read.type === 'run.ended' && finalFiguresOf(read)).toEqual(end);
  });
});

describe('topics', () => {
  it('are read back', () => {
    expect(readTopic(labTopics(labId).up)).toEqual({ labId, leaf: 'up' });
    expect(readTopic('another/topic')).toBeUndefined();
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
