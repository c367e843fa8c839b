import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LabEvent } from '@pandafab/lab-link';
import { Fault, type MachineId, newId, type RunId } from '@pandafab/shared';
import { FakeClock, type TemporaryDirectory, temporaryDirectory } from '@pandafab/testing';
import { Journal } from './journal';
import { JournalDatabase } from './journal-database';
import { type Assignment, NOTHING_MOVED, type RunEnded } from './run-journal';

const assignment = (): Assignment => ({
  runId: newId<RunId>(),
  machineId: newId<MachineId>(),
  file: { sha256: 'a'.repeat(64), bytes: 10, name: 'part.gcode' },
  estimatedSeconds: 60,
});
const ended = (runId: RunId, outcome: RunEnded['outcome'] = 'done'): RunEnded => ({
  type: 'run.ended',
  runId,
  outcome,
  cause: null,
  ...NOTHING_MOVED,
});

describe('the journal', () => {
  let directory: TemporaryDirectory;
  let journal: Journal;
  const clock = new FakeClock();
  const reopen = async () => {
    await journal.close();
    journal = await Journal.open(directory.path, clock);
  };
  const pending = async () =>
    (await journal.events.pending(100)).map(({ sequence, event }) => [sequence, event.type]);

  beforeEach(async () => {
    directory = await temporaryDirectory();
    journal = await Journal.open(directory.path, clock);
  });
  afterEach(async () => {
    await journal.close();
    await directory.remove();
  });

  it('keeps its instance, epoch, machines and commands over a restart', async () => {
    const { instanceId } = journal;
    const machine = {
      machineId: newId<MachineId>(),
      name: 'Prusa',
      profileId: 'marlin-2',
      address: 'tcp://127.0.0.1:1',
      credentials: null,
      baudRate: 115200,
    };
    await journal.welcome(3, 0);
    await journal.keepMachines([machine]);
    await journal.remember('one command');
    await reopen();
    expect(journal).toMatchObject({ instanceId, epoch: 3, machines: [machine] });
    expect([journal.hasSeen('one command'), journal.hasSeen('another')]).toEqual([true, false]);
  });

  it('is refused to a second process, with an error that names the directory', async () => {
    const second = Journal.open(directory.path, clock);
    await expect(second).rejects.toEqual(new Fault('LAB.JOURNAL_IN_USE', { directory: directory.path }));
  });

  it('reports when it cannot be written', async () => {
    const path = join(directory.path, 'full');
    mkdirSync(join(path, 'journal.sqlite'), { recursive: true });
    const opened = Journal.open(path, clock);
    await expect(opened).rejects.toMatchObject({
      code: 'LAB.JOURNAL_UNWRITABLE',
      details: { directory: path },
    });
  });

  it('reports a transaction as written only after the disk has it', async () => {
    await journal.close();
    const database = await JournalDatabase.open(directory.path);
    // 2 is FULL: with a write-ahead log, SQLite syncs it at each commit (sqlite.org/pragma.html#pragma_synchronous).
    expect(await database.read('PRAGMA synchronous')).toEqual([{ synchronous: 2 }]);
    expect(await database.read('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    await database.close();
    journal = await Journal.open(directory.path, clock);
  });

  it('accepts an assignment once', async () => {
    const mine = assignment();
    expect(await journal.runs.accept(mine)).toBe('accepted');
    await reopen();
    expect(await journal.runs.accept(mine)).toBe('known');
    expect(await pending()).toEqual([[1, 'run.accepted']]);
    expect(await journal.runs.live()).toEqual([{ assignment: mine, state: 'accepted' }]);
  });

  it('lets a run begin once in its life', async () => {
    const { runId, machineId } = await accepted();
    expect(await journal.runs.begin(runId)).toBe(true);
    await reopen();
    expect(await journal.runs.begin(runId)).toBe(false);
    expect(await journal.runs.live()).toMatchObject([{ state: 'begun' }]);
    expect(await journal.runs.hotMachines()).toEqual([machineId]);
    await journal.runs.cooled(machineId);
    expect(await journal.runs.hotMachines()).toEqual([]);
  });

  it('reports the end of a run once', async () => {
    const { runId } = await accepted();
    expect(await journal.runs.end(ended(runId))).toBe(true);
    expect(await journal.runs.end(ended(runId, 'failed'))).toBe(false);
    expect(await pending()).toEqual([
      [1, 'run.accepted'],
      [2, 'run.ended'],
    ]);
    expect(await journal.runs.live()).toEqual([]);
  });

  it('ends a run whose cancel came before its assignment, without starting it', async () => {
    const mine = assignment();
    await journal.runs.requestCancel(mine.runId);
    expect(await journal.runs.accept(mine)).toBe('cancelled');
    expect(await journal.runs.begin(mine.runId)).toBe(false);
    expect(await journal.events.pending(9)).toMatchObject([{ event: ended(mine.runId, 'cancelled') }]);
  });

  it('a cancel of a run that ended has no later effect', async () => {
    const { runId } = await accepted();
    await journal.runs.end(ended(runId));
    await journal.runs.requestCancel(runId);
    expect(await journal.runs.accept({ ...assignment(), runId })).toBe('known');
  });

  it('numbers events without gaps under concurrent writes, and keeps them until they are applied', async () => {
    const runId = newId<RunId>();
    const types = ['run.started', 'run.resumed', 'run.accepted'] as const;
    const events = Array.from(
      { length: 30 },
      (_, i): LabEvent => ({ type: types[i % 3] as 'run.started', runId }),
    );
    await Promise.all(events.map((event) => journal.events.record(event)));
    expect(await pending()).toEqual(events.map((event, i) => [i + 1, event.type]));
    await journal.events.applied(28);
    expect((await pending()).map(([sequence]) => sequence)).toEqual([29, 30]);
    const { lastSequence, held, runs } = await journal.events.standing();
    expect([lastSequence, held.lowest, held.acknowledged, held.ids.length, runs]).toEqual([
      30,
      29,
      28,
      2,
      [runId],
    ]);
  });

  it('a rolled back transaction does not affect other writes', async () => {
    const runId = newId<RunId>();
    const bad = journal.events.record({ type: 'run.started', runId: 1n as unknown as RunId });
    const good = journal.events.record({ type: 'run.resumed', runId });
    await expect(bad).rejects.toThrow(/BigInt/);
    await good;
    expect(await pending()).toEqual([[1, 'run.resumed']]);
  });

  it('continues with a new connection when a transaction could not be begun or ended', async () => {
    const database = await JournalDatabase.open(join(directory.path, 'other'));
    const write = () =>
      database.write((statements) =>
        statements.run("UPDATE identity SET machines = '[]'").then(() => 'written'),
      );
    await database.read('BEGIN');
    await expect(write()).rejects.toThrow('within a transaction');
    expect(await write()).toBe('written');
    await database.close();
  });

  it('in its epoch, drops the events that the server has applied, and continues the numbering', async () => {
    await journal.welcome(1, 0);
    for (let i = 0; i < 5; i++) await journal.events.record({ type: 'run.started', runId: newId<RunId>() });
    await journal.welcome(1, 3);
    expect((await pending()).map(([sequence]) => sequence)).toEqual([4, 5]);
    await journal.welcome(1, 9);
    await journal.events.record({ type: 'run.resumed', runId: newId<RunId>() });
    expect(await pending()).toEqual([[10, 'run.resumed']]);
  });

  it('in a new epoch, renumbers the unapplied events as the server expects', async () => {
    await journal.welcome(1, 0);
    for (let i = 0; i < 5; i++) await journal.events.record({ type: 'run.started', runId: newId<RunId>() });
    await journal.events.applied(2);
    await journal.welcome(4, 0);
    await journal.events.record({ type: 'run.resumed', runId: newId<RunId>() });
    expect((await pending()).map(([sequence]) => sequence)).toEqual([1, 2, 3, 4]);
  });

  async function accepted(): Promise<Assignment> {
    const mine = assignment();
    await journal.runs.accept(mine);
    return mine;
  }
});
