import { newId, systemClock } from '@pandafab/shared';
import fc from 'fast-check';
import { decode, downSchema, envelope, presenceSchema, telemetrySchema, upSchema } from './index';

const id = () => newId<string>();
const hash = 'a'.repeat(64);
const machine = {
  ...{ machineId: id(), name: 'One', profileId: 'marlin-2', baudRate: 115_200 },
  ...{ address: 'mqtt://broker/base', credentials: { username: 'ana', password: 'secret' } },
};
const ended = {
  ...{ type: 'run.ended', runId: id(), outcome: 'done', cause: { code: 'X.Y', details: { n: 1 } } },
  ...{ linesSent: 9, linesAcknowledged: 9, resends: 0, filamentUm: [12], exact: true, seconds: 1.5 },
  ...{ commandsSha256: hash, stripped: [{ code: 'A', command: 'M997', line: 3, count: 1 }] },
};
/** As agents and servers of version 0.1 sent them. */
const earlierMachine = {
  ...{ machineId: id(), name: 'One', profileId: 'marlin-2', connection: '/dev/ttyUSB0', baudRate: 115_200 },
};
const earlierTelemetry = {
  ...{ machineId: id(), connection: 'printing', firmware: null, heatersUnknown: false, needsPerson: null },
  ...{ nozzle: null, bed: { actual: 20, target: 0 } },
  run: {
    ...{ runId: id(), phase: 'printing', fraction: 0.5, remainingSeconds: 3, elapsedSeconds: 1.5 },
    ...{ linesSent: 9, linesAcknowledged: 9, resends: 0, filamentUm: [12] },
  },
};
const event = (body: object) =>
  ['event', { epoch: 1, sequence: 1, at: new Date(0).toISOString(), event: body }] as const;
const telemetry = {
  ...{ machineId: machine.machineId, state: 'printing', firmware: null, heatersUnknown: false },
  ...{ readings: [{ name: 'bed', actual: 20, target: 0 }], needsPerson: null },
  run: {
    ...{ runId: id(), phase: 'printing', fraction: 0.5, remainingSeconds: 3, seconds: 1.5 },
    ...{ linesSent: 9, linesAcknowledged: 9, resends: 0, filamentUm: [12] },
  },
  console: ['  0.100 > M105', '  0.104 < ok T:20.0 /0.0'],
};

const port = {
  ...{
    path: '/dev/ttyACM0',
    maker: 'Prusa',
    product: 'MK3',
    serialNumber: '1',
    state: 'answered',
    machineId: id(),
  },
  answer: {
    ...{ baudRate: 115200, firmware: 'Marlin', machineType: null, profileId: 'marlin-2' },
    sizeMm: { x: 200, y: 200, z: 200 },
  },
};
const up = [
  [
    'hello',
    {
      agentId: id(),
      instanceId: id(),
      agentVersion: '1',
      epoch: null,
      lastSequence: 0,
      takeOver: false,
      held: { lowest: 3, acknowledged: 2, ids: [id(), id()] },
      runs: [id()],
      behindIn: 4,
      proof: hash,
    },
  ],
  ['receipt', { epoch: 1 }],
  event(ended),
  event({ type: 'machine.heaters', machineId: machine.machineId, state: 'off' }),
  ['ports', { epoch: 1, ports: [port] }],
] as const;
const down = [
  ['welcome', { epoch: 1, appliedSequence: 0, machines: [machine], runs: [{ runId: id(), begun: false }] }],
  ['refused', { instanceId: id(), cause: { code: 'X.Y', details: {} } }],
  ['applied', { epoch: 1, sequence: 4 }],
  ['machines', { epoch: 1, machines: [machine] }],
  ['machines', { epoch: 1, machines: [earlierMachine] }],
  [
    'assignment',
    {
      epoch: 1,
      runId: id(),
      machineId: machine.machineId,
      file: { sha256: hash, bytes: 9, name: 'a' },
      estimatedSeconds: 3,
    },
  ],
  ['command', { epoch: 1, action: 'pause', machineId: machine.machineId, runId: id() }],
  ['command', { epoch: 1, action: 'renew-secret' }],
  ['watch', { epoch: 1, machineId: machine.machineId }],
  ['look', { epoch: 1 }],
] as const;
const schemas = [
  ...up.map((message) => [upSchema, message] as const),
  ...down.map((message) => [downSchema, message] as const),
  [presenceSchema, ['presence', { state: 'online', agentId: id(), instanceId: id(), epoch: 1 }]] as const,
  [telemetrySchema, ['telemetry', { epoch: 1, machines: [telemetry, earlierTelemetry] }]] as const,
];
const written = ([kind, body]: readonly [string, object]) =>
  JSON.stringify(envelope(systemClock, kind, body));

const REASONS = ['oversized', 'malformed', 'future-version'];
/** Any input is read, or refused with a reason; it never throws and never changes this process. */
function take(schema: (typeof schemas)[number][0], bytes: Uint8Array): string {
  const read = decode(schema, bytes);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  if (read.ok) return 'ok';
  expect(REASONS).toContain(read.refusal);
  return read.refusal;
}

/** Texts that take the place of a value somewhere in a message. */
const poison = fc.oneof(
  fc.constantFrom('1e999', '-1', '1e308', '9007199254740993', 'null', '[]', '{}', '""', 'true', '"\\u0000"'),
  fc.constant('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
  fc.constant(`${'['.repeat(20_000)}${']'.repeat(20_000)}`),
  fc.constant(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`),
  fc.json(),
);

describe('hostile messages', () => {
  it('valid ones of every kind are read, so that the other tests are meaningful', () => {
    for (const [schema, message] of schemas)
      expect([message[0], take(schema, Buffer.from(written(message)))]).toEqual([message[0], 'ok']);
  });

  it('cut, flipped and overwritten bytes are read or refused', () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom(...schemas), flips, fc.nat(), ([schema, message], changes, end) => {
        const bytes = Buffer.from(written(message));
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        take(schema, bytes.subarray(0, end % 3 === 0 ? end % bytes.length : bytes.length));
      }),
      { numRuns: 2000 },
    );
  });

  it('values of another kind, endless depth and huge numbers anywhere are read or refused', () => {
    fc.assert(
      fc.property(fc.constantFrom(...schemas), fc.nat(), poison, ([schema, message], place, text) => {
        const json = written(message);
        const values = [...json.matchAll(/(?<=:)("[^"]*"|[\d.]+|true|false|null)/g)];
        const chosen = values[place % values.length];
        const at = chosen?.index ?? 0;
        const poisoned = json.slice(0, at) + text + json.slice(at + (chosen?.[0].length ?? 0));
        take(schema, Buffer.from(poisoned));
      }),
      { numRuns: 2000 },
    );
  });

  it('keys with the names of inherited properties are harmless', () => {
    for (const [schema, message] of schemas)
      for (const key of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
        const json = written(message);
        take(schema, Buffer.from(`{"${key}":{"polluted":1},${json.slice(1)}`));
        take(schema, Buffer.from(json.replace('"body":{', `"body":{"${key}":{"polluted":1},`)));
      }
  });

  it('another message’s body, a later version and another encoding are refused', () => {
    for (const [schema, message] of schemas) {
      const json = written(message);
      expect(take(schema, Buffer.from(json.replace('"v":1', '"v":2')))).toBe('future-version');
      expect(take(schema, Buffer.from(json, 'utf16le'))).toBe('malformed');
      expect(take(schema, Buffer.from(json.replace(/"kind":"[^"]*"/, '"kind":"unheard-of"')))).toBe(
        'malformed',
      );
    }
  });
});
