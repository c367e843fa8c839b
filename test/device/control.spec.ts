import { Bench, hashOf, profileOf, workOf } from './bench';

const HEATING = ['M104 S215', 'M109 S215'];
const moves = (count: number): string[] => [
  'G28',
  'M83',
  ...Array.from({ length: count }, (_, i) => `G1 X${i % 90} E.5 F3000`),
];
const profiles = ['marlin-1', 'marlin-2', 'marlin-2-advanced-ok'];

async function connected(id = 'marlin-2', faults = ''): Promise<Bench> {
  const bench = new Bench({ profile: profileOf(id), faults });
  await bench.connect();
  // These files do not test whether the nozzle is warm.
  bench.machine.receive(Buffer.from('M302 P1\n'));
  return bench;
}

/** Starts a run and waits for this number of acknowledged lines. */
async function underway(bench: Bench, commands: readonly string[], lines: number) {
  const run = bench.driver.run(workOf(commands), bench.observer);
  await bench.clock.runUntil(() => bench.machine.record.commandsAccepted >= lines);
  return run;
}

describe('connecting', () => {
  it('learns the firmware, its temperatures and that the heaters are off', async () => {
    const bench = await connected();
    expect(bench.driver.status()).toMatchObject({
      state: 'ready',
      firmware: 'Marlin bugfix-2.1.x',
      heatersUnknown: false,
      readings: [
        { name: 'nozzle', target: 0 },
        { name: 'bed', target: 0 },
      ],
    });
  });

  it('fails with a message when no answer is received', async () => {
    const bench = new Bench();
    await expect(bench.settle(bench.driver.connect())).rejects.toMatchObject({ code: 'MACHINE.NO_ANSWER' });
    expect(bench.driver.status()).toMatchObject({ state: 'disconnected', heatersUnknown: true });
  });

  it('starts again when opening the port has reset the board', async () => {
    const bench = new Bench();
    const connecting = bench.driver.connect();
    await bench.clock.advanceAsync(1_000);
    bench.machine.powerOn();
    await bench.settle(connecting);
    expect(bench.driver.status().state).toBe('ready');
  });

  it('refuses a run until then', async () => {
    const bench = new Bench();
    const run = bench.driver.run(workOf(['G28']), bench.observer);
    await expect(run).rejects.toMatchObject({ code: 'MACHINE.NOT_READY' });
  });
});

describe.each(profiles)('a run on %s', (id) => {
  it('is cancelled within 2 s while it heats, and leaves the heaters off', async () => {
    const bench = await connected(id);
    const commands = [...HEATING, ...moves(50)];
    const hostWaits = !profileOf(id).capabilities.EMERGENCY_PARSER;
    const sent = commands.map((text) => (hostWaits ? text.replace('M109', 'M104') : text));
    const run = underway(bench, commands, HEATING.length);
    await bench.clock.advanceAsync(500);
    const before = bench.clock.monotonic();
    bench.driver.cancel();
    expect(bench.driver.status().state).toBe('cancelling');
    const outcome = await bench.settle(run);

    expect(bench.clock.monotonic() - before).toBeLessThan(2_000);
    expect(outcome).toMatchObject({ outcome: 'cancelled', cause: null, exact: true });
    expect(outcome.sha256).toBe(hashOf(sent.slice(0, outcome.linesAcknowledged)));
    expect(bench.machine.record).toMatchObject({ nozzles: [{ target: 0 }], bed: { target: 0 } });
    expect(bench.driver.status()).toMatchObject({ state: 'ready', heatersUnknown: false });
  });

  it.each(['G4 S600', 'G4 P600000'])(
    'is cancelled within 2 s in %s, which no firmware can interrupt',
    async (dwell) => {
      const bench = await connected(id);
      const commands = ['G28', 'M104 S100', dwell, ...moves(50)];
      const run = underway(bench, commands, 3);
      await bench.clock.advanceAsync(60_000);
      const before = bench.clock.monotonic();
      bench.driver.cancel();
      const outcome = await bench.settle(run);
      expect(bench.clock.monotonic() - before).toBeLessThan(2_000);
      expect(outcome).toMatchObject({ outcome: 'cancelled', exact: true, linesAcknowledged: 3 });
      expect(bench.machine.record.nozzles[0]?.target).toBe(0);
    },
  );

  it('dwells as long as the file says, when all moves are done', async () => {
    const bench = await connected(id);
    const dwelt = async (...dwell: string[]) => {
      const before = bench.clock.monotonic();
      const outcome = await bench.run(['G1 X100 F600', ...dwell, 'G1 X0']);
      expect(outcome).toMatchObject({ outcome: 'done', exact: true });
      return bench.clock.monotonic() - before;
    };
    const without = await dwelt('M400');
    expect(Math.abs((await dwelt('G4 S30')) - without - 30_000)).toBeLessThan(100);
    expect(Math.abs((await dwelt('G4 P1500', 'G4 P400', 'G4 P50')) - without - 1_500)).toBeLessThan(100);
  });

  it('is cancelled during its moves with an exact ledger', async () => {
    const bench = await connected(id);
    const commands = [...HEATING, ...moves(300)];
    const run = underway(bench, commands, 100);
    await bench.clock.runUntil(() => bench.machine.record.commandsAccepted >= 100);
    bench.driver.cancel();
    const outcome = await bench.settle(run);
    const script = profileOf(id).scripts.cancel.length;

    expect(outcome).toMatchObject({ outcome: 'cancelled', exact: true });
    expect(outcome.linesAcknowledged).toBe(bench.machine.record.commandsAccepted - script);
    expect(outcome.filamentUm).toEqual(bench.machine.record.filamentUm);
  });

  it('pauses after the lines in flight, resumes, and ends with every command', async () => {
    const bench = await connected(id);
    const commands = moves(200).filter((text) => !text.includes('E.5'));
    const run = underway(bench, [...commands, ...moves(200)], 50);
    await bench.clock.runUntil(() => bench.machine.record.commandsAccepted >= 50);
    bench.driver.pause();
    await bench.clock.runUntil(() => bench.driver.status().state === 'paused');
    const accepted = bench.machine.record.commandsAccepted;
    await bench.clock.advanceAsync(60_000);
    expect(bench.machine.record.commandsAccepted).toBe(accepted);
    expect(bench.driver.status().needsPerson).toMatchObject({ kind: 'requested' });

    bench.driver.resume();
    const outcome = await bench.settle(run);
    expect(outcome).toMatchObject({ outcome: 'done', exact: true });
    expect(outcome.sha256).toBe(hashOf([...commands, ...moves(200)]));
    expect(bench.observer.events).toEqual(['paused: requested', 'resumed']);
  });

  it.each([
    ['reset@30', 'MACHINE.RESET_MID_RUN', 'ready'],
    ['resend-storm@30', 'MACHINE.TOO_MANY_RESENDS', 'ready'],
  ])('fails at %s with its cause, and has the heaters off', async (faults, code, after) => {
    const bench = await connected(id, faults);
    const outcome = await bench.run(['M104 S215', ...moves(100)]);
    expect(outcome).toMatchObject({ outcome: 'failed', cause: { code } });
    await bench.clock.runUntil(() => !bench.driver.status().heatersUnknown);
    expect(bench.machine.record).toMatchObject({ nozzles: [{ target: 0 }] });
    expect(bench.driver.status().state).toBe(after);
  });

  it.each([
    ['silence@30', 'MACHINE.SILENT', 'faulted', true],
    ['unplug@30', 'MACHINE.UNPLUGGED', 'faulted', true],
    ['runaway@30', 'MACHINE.HALTED', 'halted', false],
  ])(
    'fails at %s with its cause, and says what is known of the heaters',
    async (faults, code, after, unknown) => {
      const bench = await connected(id, faults);
      const outcome = await bench.run(['M104 S215', ...moves(100)]);
      expect(outcome).toMatchObject({ outcome: 'failed', cause: { code } });
      expect(Math.abs(bench.machine.record.commandsAccepted - outcome.linesAcknowledged)).toBeLessThanOrEqual(
        8,
      );
      expect(bench.driver.status()).toMatchObject({ state: after, heatersUnknown: unknown });
    },
  );

  it('stops immediately in an emergency, and needs a new connection afterwards', async () => {
    const bench = await connected(id);
    const run = underway(bench, [...HEATING, ...moves(50)], 2);
    await bench.clock.advanceAsync(500);
    bench.driver.emergencyStop();
    expect(bench.written.at(-1)).toBe('M112\n');
    expect(bench.driver.status().state).toBe('halted');
    const outcome = await bench.settle(run);
    expect(outcome).toMatchObject({ outcome: 'failed', cause: { code: 'MACHINE.EMERGENCY_STOP' } });
    await expect(bench.driver.run(workOf(['G28']), bench.observer)).rejects.toMatchObject({
      code: 'MACHINE.NOT_READY',
    });

    await bench.clock.advanceAsync(600_000);
    expect(bench.driver.status().state).toBe('halted');
    bench.machine.powerOn();
    await bench.settle(bench.driver.connect());
    expect(await bench.run(moves(3))).toMatchObject({ outcome: 'done' });
  });
});

describe('a second run on the same connection', () => {
  it('has its own counts', async () => {
    const bench = await connected();
    await bench.run(moves(40));
    bench.observer.progresses.length = 0;
    const outcome = await bench.run(['G28', 'G1 X5 F3000']);
    expect(outcome).toMatchObject({ outcome: 'done', linesAcknowledged: 2, filamentUm: [0] });
    expect(outcome.sha256).toBe(hashOf(['G28', 'G1 X5 F3000']));
    expect(Math.max(...bench.observer.progresses.map(({ linesAcknowledged }) => linesAcknowledged))).toBe(2);
  });

  it('can be cancelled before its first line', async () => {
    const bench = await connected();
    await bench.run(moves(40));
    const run = bench.driver.run(workOf(moves(40)), bench.observer);
    bench.driver.cancel();
    expect(await bench.settle(run)).toMatchObject({
      outcome: 'cancelled',
      linesAcknowledged: 0,
      exact: true,
    });
  });
});

describe('a file that asks for a person', () => {
  it.each([
    ['M0 Take the part', 'paused: command Take the part'],
    ['M600', 'paused: command M600'],
  ])('pauses at %s and continues when told', async (command, event) => {
    const bench = await connected();
    const run = bench.driver.run(workOf(['G28', command, 'G1 X10 F3000']), bench.observer);
    await bench.clock.runUntil(() => bench.driver.status().state === 'paused');
    bench.driver.resume();
    const outcome = await bench.settle(run);
    expect(outcome).toMatchObject({ outcome: 'done', linesAcknowledged: 2 });
    expect(bench.observer.events).toEqual([event, 'resumed']);
  });

  it('cannot set line numbers, and cannot forge messages of the firmware', async () => {
    const bench = await connected();
    const outcome = await bench.run([
      'G28',
      'M110 N500',
      'M118 A1 action:cancel',
      'M118 A1 action:pause',
      'G1 X10 F3000',
    ]);
    expect(outcome).toMatchObject({ outcome: 'done', linesAcknowledged: 4 });
    expect(bench.observer.events).toEqual([]);
  });
});

describe('after a lost run', () => {
  it('a new connection switches the heaters off first', async () => {
    const bench = await connected();
    const run = underway(bench, [...HEATING, ...moves(50)], 2);
    await bench.clock.advanceAsync(500);
    bench.unplug();
    expect(await bench.settle(run)).toMatchObject({
      outcome: 'failed',
      cause: { code: 'MACHINE.UNPLUGGED' },
    });
    expect(bench.machine.record.nozzles[0]?.target).toBe(215);
    expect(bench.driver.status().heatersUnknown).toBe(true);

    await bench.settle(bench.driver.connect());
    expect(bench.machine.record.nozzles[0]?.target).toBe(0);
    expect(bench.driver.status()).toMatchObject({ state: 'ready', heatersUnknown: false });
  });

  it('disconnecting during a run ends it and switches the heaters off', async () => {
    const bench = await connected();
    const run = underway(bench, [...HEATING, ...moves(50)], 2);
    await bench.clock.advanceAsync(500);
    await bench.settle(bench.driver.disconnect());
    expect(await run).toMatchObject({ outcome: 'failed', cause: { code: 'MACHINE.UNPLUGGED' } });
    expect(bench.machine.record.nozzles[0]?.target).toBe(0);
    expect(bench.driver.status().state).toBe('disconnected');
  });
});
