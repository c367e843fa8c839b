import { Bench, profileOf, workOf } from './bench';

const profile = profileOf('klipper');
const HEATING = ['M104 S215', 'M109 S215', 'G28', 'M83'];
const moves = (count: number): string[] => Array.from({ length: count }, (_, i) => `G1 X${i % 90} E.5 F3000`);

async function runWith(faults: string, commands: readonly string[]) {
  const bench = new Bench({ profile, faults });
  await bench.connect();
  return { bench, outcome: await bench.run(commands) };
}

describe('Klipper behind its pseudo-terminal', () => {
  it('is identified by the ok of its M115', async () => {
    const bench = new Bench({ profile });
    await bench.connect();
    expect(bench.driver.status()).toMatchObject({ firmware: 'Klipper', state: 'ready' });
  });

  it('reports unknown commands and continues', async () => {
    const { bench, outcome } = await runWith('', [...HEATING, 'M201 X500', 'M900 K0.05', ...moves(20)]);
    expect(outcome).toMatchObject({ outcome: 'done', linesAcknowledged: 26 });
    expect(bench.machine.record.unknownCommands).toBeGreaterThanOrEqual(2);
  });

  it('a lost ok stops the run: the host cannot know whether the line was executed', async () => {
    const { bench, outcome } = await runWith('lose-ok=0.05', [...HEATING, ...moves(100)]);
    expect(outcome).toMatchObject({ outcome: 'failed', cause: { code: 'MACHINE.AMBIGUOUS' }, exact: false });
    // No line was sent twice.
    expect(bench.machine.record.commandsAccepted - outcome.linesAcknowledged).toBeLessThanOrEqual(1);
    await bench.clock.runUntil(() => bench.machine.record.nozzles[0]?.target === 0);
  });

  it('a refused command stops the run, with the message of the firmware', async () => {
    const { bench, outcome } = await runWith('', ['G28', 'M83', ...moves(20)]);
    expect(outcome).toMatchObject({
      outcome: 'failed',
      cause: { code: 'MACHINE.COMMAND_REFUSED', details: { message: 'Extrude below minimum temp' } },
    });
    expect(bench.machine.record.commandsAccepted).toBeLessThanOrEqual(4);
  });

  it('its shutdown ends the run as halted, and the message says what to do', async () => {
    const { bench, outcome } = await runWith('runaway@30', [...HEATING, ...moves(50)]);
    expect(outcome).toMatchObject({
      outcome: 'failed',
      cause: { code: 'MACHINE.SHUT_DOWN', details: { command: 'FIRMWARE_RESTART' } },
    });
    expect(bench.driver.status()).toMatchObject({
      state: 'halted',
      heatersUnknown: false,
      needsPerson: { kind: 'shut-down', buttons: [] },
    });
    expect(bench.machine.record.nozzles[0]?.target).toBe(0);
  });

  it('after a shutdown it is not ready until it was restarted, even if it is reconnected and answers', async () => {
    const { bench } = await runWith('runaway@30', [...HEATING, ...moves(50)]);
    for (const _ of [1, 2]) {
      await bench.driver.disconnect();
      await expect(bench.settle(bench.driver.connect())).rejects.toMatchObject({
        code: 'MACHINE.SHUT_DOWN',
        details: { message: 'Shutdown due to M112 command', command: 'FIRMWARE_RESTART' },
      });
      expect(bench.driver.status()).toMatchObject({
        state: 'halted',
        heatersUnknown: false,
        needsPerson: { kind: 'shut-down', message: 'Shutdown due to M112 command' },
      });
      await expect(bench.run(['G28'])).rejects.toMatchObject({ code: 'MACHINE.NOT_READY' });
    }
    bench.machine.receive(Buffer.from('FIRMWARE_RESTART\n'));
    await bench.settle(bench.driver.connect());
    expect(bench.driver.status()).toMatchObject({ state: 'ready', needsPerson: null });
    expect(await bench.run([...HEATING, ...moves(3)])).toMatchObject({ outcome: 'done' });
  });

  it('after a shutdown without a host it accepts no job: no line is sent', async () => {
    const bench = new Bench({ profile });
    await bench.connect();
    bench.deaf = true;
    bench.machine.receive(Buffer.from('M112\n'));
    bench.deaf = false;
    const outcome = await bench.run([...HEATING, ...moves(3)]);
    expect(outcome).toMatchObject({
      outcome: 'failed',
      cause: { code: 'MACHINE.SHUT_DOWN' },
      linesSent: 0,
      exact: true,
    });
    expect(bench.driver.status()).toMatchObject({
      state: 'halted',
      needsPerson: { kind: 'shut-down' },
    });
  });

  it('the host waits while it is starting', async () => {
    const shutDown = ['Printer is not ready', 'The klippy host software is attempting to connect.'];
    const starting = { ...profile, simulation: { ...profile.simulation, shutDown } };
    const bench = new Bench({ profile, machineProfile: starting, faults: '' });
    bench.machine.powerOn();
    bench.machine.receive(Buffer.from('M112\n'));
    const connecting = bench.driver.connect();
    await bench.clock.advanceAsync(5_000);
    expect(bench.driver.status().state).toBe('connecting');
    bench.machine.receive(Buffer.from('FIRMWARE_RESTART\n'));
    await bench.settle(connecting);
    expect(bench.driver.status().state).toBe('ready');
    await bench.driver.disconnect();
    bench.machine.receive(Buffer.from('M112\n'));
    await expect(bench.settle(bench.driver.connect())).rejects.toMatchObject({ code: 'MACHINE.NO_ANSWER' });
    expect(bench.driver.status().state).toBe('disconnected');
  });

  it.each(['cancel', 'done', 'failure'])(
    'every heater is off after a %s, those that it never reports too',
    async (end) => {
      const { capabilities } = profile.simulation;
      const simulation = {
        ...profile.simulation,
        capabilities: { ...capabilities, CHAMBER_TEMPERATURE: true },
      };
      const bench = new Bench({ profile, machineProfile: { ...profile, simulation } });
      await bench.connect();
      const file = ['SET_HEATER_TEMPERATURE HEATER=chamber TARGET=50', ...HEATING, ...moves(50)];
      const last = end === 'failure' ? ['M302 P1', 'M104 S0', 'M109 R50', 'G1 E5'] : [];
      const run = bench.driver.run(workOf([...file, ...last]), bench.observer);
      await bench.clock.runUntil(() => bench.machine.record.commandsAccepted >= 20);
      expect(bench.machine.record.chamber?.target).toBe(50);
      if (end === 'cancel') bench.driver.cancel();
      await bench.settle(run);
      await bench.clock.runUntil(() => !bench.driver.status().heatersUnknown);
      expect(bench.machine.record).toMatchObject({ nozzles: [{ target: 0 }], chamber: { target: 0 } });
    },
  );

  it('M112 is executed immediately, before waiting lines', async () => {
    const bench = new Bench({ profile });
    await bench.connect();
    const run = bench.driver.run(workOf([...HEATING, 'G4 S600', ...moves(10)]), bench.observer);
    await bench.clock.runUntil(() => bench.machine.record.commandsAccepted >= 4);
    bench.driver.emergencyStop();
    expect(await run).toMatchObject({ outcome: 'failed', cause: { code: 'MACHINE.EMERGENCY_STOP' } });
    expect(bench.machine.record.state).toBe('halted');
  });
});
