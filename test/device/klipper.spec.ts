import { Bench, profileOf, sourceOf } from './bench';

const profile = profileOf('klipper');
const HEATING = ['M104 S215', 'M109 S215', 'G28', 'M83'];
const moves = (count: number): string[] => Array.from({ length: count }, (_, i) => `G1 X${i % 90} E.5 F3000`);

async function runWith(faults: string, commands: readonly string[]) {
  const bench = new Bench({ profile, faults });
  await bench.connect();
  return { bench, outcome: await bench.run(commands) };
}

describe('Klipper behind its pseudo-terminal', () => {
  it('is introduced by the ok of its M115', async () => {
    const bench = new Bench({ profile });
    await bench.connect();
    expect(bench.driver.status()).toMatchObject({ firmware: 'Klipper', connection: 'ready' });
  });

  it('tells of unknown commands and goes on', async () => {
    const { bench, outcome } = await runWith('', [...HEATING, 'M201 X500', 'M900 K0.05', ...moves(20)]);
    expect(outcome).toMatchObject({ outcome: 'done', linesAcknowledged: 26 });
    expect(bench.machine.record.unknownCommands).toBeGreaterThanOrEqual(2);
  });

  it('an ok that is lost stops the run: nobody can say whether the line was carried out', async () => {
    const { bench, outcome } = await runWith('lose-ok=0.05', [...HEATING, ...moves(100)]);
    expect(outcome).toMatchObject({ outcome: 'failed', cause: { code: 'MACHINE.AMBIGUOUS' }, exact: false });
    // Not one line was sent twice.
    expect(bench.machine.record.commandsAccepted - outcome.linesAcknowledged).toBeLessThanOrEqual(1);
    await bench.clock.runUntil(() => bench.machine.record.nozzles[0]?.target === 0);
  });

  it('a command that it refuses stops the run with its words', async () => {
    const { bench, outcome } = await runWith('', ['G28', 'M83', ...moves(20)]);
    expect(outcome).toMatchObject({
      outcome: 'failed',
      cause: { code: 'MACHINE.COMMAND_REFUSED', details: { message: 'Extrude below minimum temp' } },
    });
    expect(bench.machine.record.commandsAccepted).toBeLessThanOrEqual(4);
  });

  it('its shutdown ends the run as halted', async () => {
    const { bench, outcome } = await runWith('runaway@30', [...HEATING, ...moves(50)]);
    expect(outcome).toMatchObject({ outcome: 'failed', cause: { code: 'MACHINE.HALTED' } });
    expect(bench.driver.status().connection).toBe('halted');
    expect(bench.machine.record.nozzles[0]?.target).toBe(0);
  });

  it('M112 is obeyed at once, past what waits', async () => {
    const bench = new Bench({ profile });
    await bench.connect();
    const run = bench.driver.run(sourceOf([...HEATING, 'G4 S600', ...moves(10)]), bench.observer);
    await bench.clock.runUntil(() => bench.machine.record.commandsAccepted >= 4);
    bench.driver.emergencyStop();
    expect(await run).toMatchObject({ outcome: 'failed', cause: { code: 'MACHINE.EMERGENCY_STOP' } });
    expect(bench.machine.record.state).toBe('halted');
  });
});
