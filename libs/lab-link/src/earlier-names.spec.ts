import { type MachineId, newId, type RunId, systemClock } from '@pandafab/shared';
import { z } from 'zod';
import {
  type BodyOf,
  decode,
  downSchema,
  encodeDown,
  encodeTelemetry,
  encodeUp,
  envelope,
  type MachineTelemetry,
  presentCause,
  telemetrySchema,
  upSchema,
} from './index';

/** What the schemas of version 0.1 demanded; they ignored every other name. */
const temperature = z.object({ actual: z.number(), target: z.number() }).nullable();
const earlierTelemetry = z.object({
  connection: z.string(),
  nozzle: temperature,
  bed: temperature,
  run: z.object({ elapsedSeconds: z.number().nonnegative() }).nullable(),
});
const earlierMachine = z.object({ connection: z.string(), baudRate: z.number() });
const earlierCause = z.object({ code: z.string(), details: z.record(z.string(), z.unknown()) });

const machineId = newId<MachineId>();
const bytes = (kind: string, body: object) => Buffer.from(JSON.stringify(envelope(systemClock, kind, body)));
const bodyIn = (sent: string) => JSON.parse(sent).body;

const run = {
  ...{ runId: newId<RunId>(), phase: 'printing', fraction: 0.5, remainingSeconds: 30 },
  ...{ linesSent: 12, linesAcknowledged: 9, resends: 1, filamentUm: [4_200], seconds: 61.5 },
};
const machine: MachineTelemetry = {
  ...{ machineId, state: 'printing', firmware: null, heatersUnknown: false, needsPerson: null, run },
  readings: [
    { name: 'nozzle', actual: 205.1, target: 210 },
    { name: 'nozzle 1', actual: 25, target: 0 },
    { name: 'chamber', actual: 38, target: 40 },
  ],
};

describe('the telemetry of a machine', () => {
  const read = (body: object) => {
    const decoded = decode(telemetrySchema, bytes('telemetry', { epoch: 1, machines: [body] }));
    return decoded.ok ? decoded.message.body.machines[0] : decoded.refusal;
  };
  const { state, readings: _list, run: _run, ...others } = machine;
  const { seconds, ...figures } = run;
  const earlier = {
    ...{ ...others, connection: state, run: { ...figures, elapsedSeconds: seconds } },
    ...{ nozzle: { actual: 205.1, target: 210 }, bed: null },
  };

  it('is read as it was sent', () => {
    const sent = bodyIn(encodeTelemetry(systemClock, { epoch: 1, machines: [machine] }));
    expect(read(sent.machines[0])).toEqual(machine);
  });

  it('is read from earlier agents, with the heaters that they name', () => {
    const [nozzle] = machine.readings;
    expect(read(earlier)).toEqual({ ...machine, readings: [nozzle] });
    const bed = { actual: 60, target: 60 };
    expect(read({ ...earlier, bed })).toEqual({ ...machine, readings: [nozzle, { name: 'bed', ...bed }] });
    expect(read({ ...earlier, nozzle: null })).toEqual({ ...machine, readings: [] });
  });

  it.each([
    ['a state', { connection: undefined }],
    ['seconds', { run: figures }],
    ['a nozzle of numbers', { nozzle: 'hot' }],
  ])('is refused without %s', (_what, change) => {
    expect(read({ ...earlier, ...change })).toBe('malformed');
  });

  it('is sent so that earlier servers read it, also for a machine without a run or a heater', () => {
    const machines = [machine, { ...machine, run: null, readings: [] }];
    const sent = bodyIn(encodeTelemetry(systemClock, { epoch: 1, machines }));
    expect(sent.machines.map((each: unknown) => earlierTelemetry.parse(each))).toEqual([
      {
        connection: 'printing',
        nozzle: { actual: 205.1, target: 210 },
        bed: null,
        run: { elapsedSeconds: seconds },
      },
      { connection: 'printing', nozzle: null, bed: null, run: null },
    ]);
  });

  it('with a state of a later version says that the machine cannot be used', () => {
    expect(read({ ...machine, state: 'dreaming' })).toEqual({ ...machine, state: 'faulted' });
  });
});

describe('the description of a machine', () => {
  const described = {
    ...{ machineId, name: 'One', profileId: 'marlin-2', baudRate: 115_200 },
    ...{ address: 'mqtt://broker/base', credentials: { username: 'ana', password: 'a@b' } },
  };
  const body: BodyOf<'machines'> = { epoch: 1, machines: [described] };
  const read = (sent: Uint8Array) => {
    const decoded = decode(downSchema, sent);
    return decoded.ok && decoded.message.kind === 'machines' && decoded.message.body.machines;
  };

  it('is read as it was sent', () => {
    expect(read(Buffer.from(encodeDown(systemClock, 'machines', body)))).toEqual([described]);
  });

  it('is read from earlier servers: the address contains the credentials', () => {
    const { address: _bare, credentials: _own, ...others } = described;
    const connection = 'mqtt://ana:a%40b@broker/base';
    const sent = bytes('machines', { epoch: 1, machines: [{ ...others, connection }] });
    expect(read(sent)).toEqual([{ ...others, address: connection, credentials: null }]);
  });

  it('is sent so that earlier agents read it, in a welcome as well', () => {
    const welcome = { epoch: 1, appliedSequence: 0, machines: [described] };
    for (const sent of [
      encodeDown(systemClock, 'machines', body),
      encodeDown(systemClock, 'welcome', welcome),
    ])
      expect(earlierMachine.parse(bodyIn(sent).machines[0])).toEqual({
        connection: 'mqtt://ana:a%40b@broker/base',
        baudRate: 115_200,
      });
  });
});

describe('the cause of a run that a machine was not ready for', () => {
  const code = 'MACHINE.NOT_READY';
  const ended = (details: { readonly [name: string]: string }): BodyOf<'event'> => ({
    ...{ epoch: 1, sequence: 1, at: new Date(0).toISOString() },
    event: {
      ...{ type: 'run.ended', runId: run.runId, outcome: 'failed', cause: { code, details } },
      ...{ linesSent: 0, linesAcknowledged: 0, resends: 0, filamentUm: [], seconds: 0 },
      ...{ exact: true, commandsSha256: null },
    },
  });
  const read = (sent: Uint8Array) => {
    const decoded = decode(upSchema, sent);
    if (!decoded.ok || decoded.message.kind !== 'event') return undefined;
    const { event } = decoded.message.body;
    return event.type === 'run.ended' ? event.cause : undefined;
  };

  it('is read from earlier agents, and where an earlier server stored it', () => {
    const present = { code, details: { state: 'halted' } };
    expect(read(bytes('event', ended({ connection: 'halted' })))).toEqual(present);
    expect(presentCause({ code, details: { connection: 'halted' } })).toEqual(present);
  });

  it('is sent so that earlier servers put it into words', () => {
    const sent = encodeUp(systemClock, 'event', ended({ state: 'halted' }));
    expect(earlierCause.parse(bodyIn(sent).event.cause).details).toMatchObject({ connection: 'halted' });
    expect(read(Buffer.from(sent))).toEqual({ code, details: { state: 'halted' } });
  });

  it('is the only one of which anything is changed', () => {
    const other = { code: 'MACHINE.OTHER', details: { connection: 'a' } };
    expect(presentCause(other)).toEqual(other);
    expect(presentCause(null)).toBeNull();
  });
});
