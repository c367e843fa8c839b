import { type DownMessage, envelope, labTopics, type UpMessage } from '@pandafab/lab-link';
import { type AgentId, type LabId, type MachineId, newId, type RunId } from '@pandafab/shared';
import { FakeClock, pollUntil, type TemporaryDirectory, temporaryDirectory } from '@pandafab/testing';
import { pino } from 'pino';
import { Journal } from '../journal/journal';
import { LabLink } from './lab-link';

type Of<Kind extends UpMessage['kind']> = Extract<UpMessage, { kind: Kind }>;

const machineId = newId<MachineId>();
const machine = {
  machineId,
  name: 'Bench',
  profileId: 'marlin-2',
  address: 'tcp://x:1',
  credentials: null,
  baudRate: 115200,
};
const identity = { labId: newId<LabId>(), agentId: newId<AgentId>(), agentVersion: '0.1.0', takeOver: false };
const topics = labTopics(identity.labId);
const assignmentOf = (runId: RunId) => ({
  runId,
  machineId,
  file: { sha256: 'b'.repeat(64), bytes: 3, name: 'x.gcode' },
  estimatedSeconds: 5,
});

describe('the lab link', () => {
  let directory: TemporaryDirectory;
  let clock: FakeClock;
  let journal: Journal;
  let published: { topic: string; message: UpMessage; retain: boolean }[];
  let acted: unknown[][];
  let expected: unknown[];
  /** Resolves when a stop is written to a machine's line. */
  let stopTaken: Promise<void>;
  let link: LabLink;

  const makeLink = (takeOver = false) => {
    const note = (name: string) => (value?: unknown) => {
      acted.push([name, value]);
    };
    const asyncNote = (name: string) => async (value: unknown) => note(name)(value);
    return new LabLink({
      clock,
      log: pino({ level: 'silent' }),
      journal,
      identity: { ...identity, takeOver, secret: () => 'secret' },
      wire: {
        publish: (topic, payload, { retain }) =>
          published.push({ topic, message: JSON.parse(payload) as UpMessage, retain: retain ?? false }),
      },
      handlers: {
        welcomed: async (runs) => void expected.push(runs),
        machines: asyncNote('machines'),
        assigned: note('assigned'),
        commanded: asyncNote('commanded'),
        emergencyStop: (id) => {
          note('emergencyStop')(id);
          return stopTaken;
        },
        watched: note('watched'),
        lookedAtPorts: note('lookedAtPorts'),
        renewSecret: async () => note('renewSecret')(),
        refused: note('refused'),
      },
    });
  };

  beforeEach(async () => {
    directory = await temporaryDirectory();
    clock = new FakeClock();
    journal = await Journal.open(directory.path, clock);
    published = [];
    acted = [];
    expected = [];
    stopTaken = Promise.resolve();
    link = makeLink();
  });
  afterEach(async () => {
    link.disconnected();
    await link.idle();
    await journal.close();
    await directory.remove();
    expect(clock.pending).toBe(0);
  });

  const said = <Kind extends UpMessage['kind']>(kind: Kind) =>
    published.flatMap(({ message }) => (message.kind === kind ? [message as Of<Kind>] : []));
  const lastHello = () => pollUntil('hello', () => said('hello').at(-1));
  const tell = (kind: DownMessage['kind'], body: object, options: { id?: string; replyTo?: string } = {}) =>
    link.receive(Buffer.from(JSON.stringify(envelope(clock, kind, body, options))));
  const welcome = async (epoch = 1, appliedSequence = 0) => {
    const before = said('hello').length;
    link.connected();
    const hello = await pollUntil('hello', () => said('hello')[before]);
    tell('welcome', { epoch, appliedSequence, machines: [machine] }, { replyTo: hello.id });
    await link.idle();
    expect(link.state).toBe('welcomed');
  };
  const sequences = () => said('event').map(({ body }) => body.sequence);
  const record = async (count: number) => {
    for (let i = 0; i < count; i++)
      await journal.events.record({ type: 'run.started', runId: newId<RunId>() });
  };

  it('sends hello until it is welcomed, with growing pauses, then reports that it is online', async () => {
    link.connected();
    await lastHello();
    for (const [wait, hellos] of [
      [2000, 2],
      [3999, 2],
      [1, 3],
      [8000, 4],
    ] as const) {
      clock.advance(wait);
      await pollUntil(`${hellos} hellos`, () => said('hello').length === hellos);
    }
    expect(published.some(({ topic }) => topic === topics.presence)).toBe(false);
    tell(
      'welcome',
      { epoch: 1, appliedSequence: 0, machines: [machine] },
      { replyTo: said('hello')[1]?.id ?? '' },
    );
    await link.idle();
    clock.advance(120_000);
    expect(said('hello')).toHaveLength(4);
    expect(published.at(-1)).toMatchObject({
      topic: topics.presence,
      retain: true,
      message: { body: { state: 'online', epoch: 1, instanceId: journal.instanceId } },
    });
    expect(acted).toEqual([['machines', [machine]]]);
    expect(journal).toMatchObject({ epoch: 1, machines: [machine] });
  });

  it('does not mistake another agent’s welcome for its own', async () => {
    link.connected();
    await lastHello();
    tell('welcome', { epoch: 1, appliedSequence: 0, machines: [] }, { replyTo: newId() });
    tell('welcome', { epoch: 1, appliedSequence: 0, machines: [] });
    await link.idle();
    expect([link.state, link.ignored]).toEqual(['greeting', { 'not-mine': 2 }]);
  });

  it('ends when it is refused, but not when another agent is refused, nor by the answer to an old hello', async () => {
    link.connected();
    const old = await lastHello();
    link.disconnected();
    link.connected();
    await pollUntil('another hello', () => said('hello').length === 2);
    const { id } = await lastHello();
    const cause = { code: 'LAB.AGENT_IDENTITY_IN_USE', details: {} };
    tell('refused', { instanceId: newId(), cause }, { replyTo: id });
    tell('refused', { instanceId: journal.instanceId, cause }, { replyTo: old.id });
    expect(acted).toEqual([]);
    tell('refused', { instanceId: journal.instanceId, cause }, { replyTo: id });
    expect(acted).toEqual([['refused', cause]]);
    link.connected();
    expect([link.state, clock.pending]).toEqual(['refused', 0]);
  });

  it('continues to send hello while its journal cannot be written', async () => {
    jest.spyOn(journal, 'welcome').mockRejectedValueOnce(new Error('disk full'));
    link.connected();
    const hello = await lastHello();
    tell('welcome', { epoch: 1, appliedSequence: 0, machines: [] }, { replyTo: hello.id });
    await link.idle();
    expect(link.state).toBe('greeting');
    clock.advance(2000);
    await pollUntil('another hello', () => said('hello').length === 2);
    tell('welcome', { epoch: 1, appliedSequence: 0, machines: [] }, { replyTo: (await lastHello()).id });
    await link.idle();
    expect(link.state).toBe('welcomed');
  });

  it('asks to take over once, so that it never pushes out an agent that replaced it', async () => {
    link = makeLink(true);
    await welcome(4);
    tell('applied', { epoch: 5, sequence: 1 });
    await pollUntil('another hello', () => said('hello').length === 2);
    expect(said('hello').map(({ body }) => body.takeOver)).toEqual([true, false]);
  });

  it('accepts an assignment once, and sends a receipt each time', async () => {
    await welcome();
    const runId = newId<RunId>();
    const ids = [newId<string>(), newId<string>()];
    for (const id of [...ids, ids[0] ?? '']) tell('assignment', { epoch: 1, ...assignmentOf(runId) }, { id });
    await link.idle();
    expect(said('receipt').map(({ replyTo }) => replyTo)).toEqual([...ids, ids[0]]);
    expect(acted.filter(([name]) => name === 'assigned')).toEqual([['assigned', assignmentOf(runId)]]);
    expect(await journal.runs.live()).toHaveLength(1);
  });

  it('executes a command once, also after a restart', async () => {
    await welcome();
    const id = newId<string>();
    const body = { epoch: 1, action: 'pause', machineId, runId: newId() };
    tell('command', body, { id });
    tell('command', body, { id });
    await link.idle();
    link.disconnected();
    await journal.close();
    journal = await Journal.open(directory.path, clock);
    link = makeLink();
    await welcome();
    tell('command', body, { id });
    await link.idle();
    expect(acted.filter(([name]) => name === 'commanded')).toEqual([['commanded', body]]);
    expect(said('receipt')).toHaveLength(3);
  });

  it('executes an emergency stop once, before all waiting work', async () => {
    await welcome();
    const id = newId<string>();
    tell('assignment', { epoch: 1, ...assignmentOf(newId<RunId>()) });
    tell('command', { epoch: 1, action: 'emergency-stop', machineId }, { id });
    expect(acted.at(-1)).toEqual(['emergencyStop', machineId]);
    tell('command', { epoch: 1, action: 'emergency-stop', machineId }, { id });
    await pollUntil('the receipt', () => said('receipt').some(({ replyTo }) => replyTo === id));
    expect(acted.map(([name]) => name)).toEqual(['machines', 'emergencyStop', 'assigned']);
  });

  it('sends the receipt of an emergency stop after it is written to the line, so that the server repeats it if the process dies before', async () => {
    let take = () => {};
    stopTaken = new Promise((resolve) => {
      take = resolve;
    });
    await welcome();
    const id = newId<string>();
    const stop = () => tell('command', { epoch: 1, action: 'emergency-stop', machineId }, { id });
    const receipts = () => said('receipt').filter(({ replyTo }) => replyTo === id);
    stop();
    stop();
    await link.idle();
    expect([receipts().length, journal.hasSeen(id)]).toEqual([0, false]);
    take();
    await pollUntil('the receipt', () => receipts().length === 1);
    stop();
    await link.idle();
    expect([receipts().length, journal.hasSeen(id)]).toEqual([2, true]);
    expect(acted.filter(([name]) => name === 'emergencyStop')).toHaveLength(1);
  });

  it('handles a watch request immediately, and sends no receipt', async () => {
    await welcome(2);
    tell('watch', { epoch: 2, machineId });
    tell('watch', { epoch: 1, machineId });
    const late = envelope(clock, 'watch', { epoch: 2, machineId }, { expiresInMs: 500 });
    clock.advance(501);
    link.receive(Buffer.from(JSON.stringify(late)));
    expect(acted.filter(([name]) => name === 'watched')).toEqual([['watched', machineId]]);
    expect(link.ignored).toEqual({ 'lower-epoch': 1, expired: 1 });
    await link.idle();
    expect(said('receipt')).toEqual([]);
  });

  it('looks at the serial ports immediately when a person asks for it, and reports them without a receipt', async () => {
    link.sendPorts([]);
    await welcome(2);
    tell('look', { epoch: 2 });
    tell('look', { epoch: 1 });
    expect(acted.filter(([name]) => name === 'lookedAtPorts')).toHaveLength(1);
    const port = { path: '/dev/ttyACM0', maker: null, product: 'MK3', serialNumber: null };
    const ports = [{ ...port, state: 'unasked' as const, machineId: null, answer: null }];
    link.sendPorts(ports);
    expect(said('ports').map(({ body }) => body)).toEqual([{ epoch: 2, ports }]);
    await link.idle();
    expect(said('receipt')).toEqual([]);
  });

  it('ignores and counts messages that are not meant for it', async () => {
    await welcome(3);
    const assignment = assignmentOf(newId<RunId>());
    tell('assignment', { epoch: 2, ...assignment });
    link.receive(Buffer.from('{'));
    link.receive(Buffer.from('{"v":2}'));
    link.receive(Buffer.alloc(300_000));
    const late = envelope(
      clock,
      'command',
      { epoch: 3, action: 'reconnect', machineId },
      { expiresInMs: 500 },
    );
    clock.advance(501);
    link.receive(Buffer.from(JSON.stringify(late)));
    await link.idle();
    expect(link.ignored).toEqual({
      'lower-epoch': 1,
      malformed: 1,
      'future-version': 1,
      oversized: 1,
      expired: 1,
    });
    expect(acted.map(([name]) => name)).toEqual(['machines']);
  });

  it('judges expiry by the server’s clock, not by its own', async () => {
    const server = new FakeClock(clock.now() - 40 * 24 * 3_600_000);
    link.connected();
    const { id } = await lastHello();
    const say = (kind: string, body: object, options: object) =>
      link.receive(Buffer.from(JSON.stringify(envelope(server, kind, body, options))));
    say('welcome', { epoch: 1, appliedSequence: 0, machines: [] }, { replyTo: id });
    await link.idle();
    say('command', { epoch: 1, action: 'reconnect', machineId }, { expiresInMs: 60_000 });
    await link.idle();
    expect(acted.at(-1)?.[0]).toBe('commanded');
  });

  it('sends events in order within its window, and the next ones as they are applied', async () => {
    await record(60);
    await welcome();
    await pollUntil('a full window', () => sequences().length === 50);
    tell('applied', { epoch: 1, sequence: 20 });
    await pollUntil('the rest', () => sequences().length === 60);
    expect(sequences()).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
  });

  it('repeats events that are not applied, from the oldest on and with the same id', async () => {
    await welcome();
    await record(3);
    await pollUntil('three events', () => sequences().length === 3);
    tell('applied', { epoch: 1, sequence: 1 });
    await link.idle();
    clock.advance(2000);
    await pollUntil('two repetitions', () => sequences().length === 5);
    expect(sequences()).toEqual([1, 2, 3, 2, 3]);
    expect(said('event')[3]?.id).toBe(said('event')[1]?.id);
    tell('applied', { epoch: 1, sequence: 3 });
    await link.idle();
    expect(clock.pending).toBe(0);
  });

  it('sends nothing while it is offline, then continues after the last event that the server applied', async () => {
    await welcome();
    await record(2);
    await pollUntil('two events', () => sequences().length === 2);
    link.disconnected();
    await record(2);
    clock.advance(3_600_000);
    expect(sequences()).toEqual([1, 2]);
    await welcome(1, 1);
    await pollUntil('the rest', () => sequences().length === 5);
    expect(sequences()).toEqual([1, 2, 2, 3, 4]);
  });

  it('ignores a server that has lost its epoch', async () => {
    await journal.welcome(5, 0);
    link.connected();
    tell('welcome', { epoch: 1, appliedSequence: 0, machines: [] }, { replyTo: (await lastHello()).id });
    await link.idle();
    expect([link.state, journal.epoch, acted]).toEqual(['greeting', 5, []]);
  });

  it('sends telemetry when it is welcomed, and drops it otherwise', async () => {
    link.sendTelemetry([]);
    await welcome();
    link.sendTelemetry([]);
    link.sendTelemetry([]);
    expect(published.filter(({ topic }) => topic === topics.telemetry)).toHaveLength(1);
  });
});
