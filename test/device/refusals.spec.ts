import { Bench, hashOf, profileOf, workOf } from './bench';

const HOT = ['M104 S215', 'M109 S215', 'G28', 'M83'];
const moves = (count: number, e = '.1'): string[] =>
  Array.from({ length: count }, (_, i) => `G1 X${i % 50} E${e} F3000`);
const MARLINS = ['marlin-1', 'marlin-2', 'marlin-2-advanced-ok', 'marlin-2-no-emergency-parser', 'prusa-mk3'];

async function run(id: string, commands: readonly string[]) {
  const bench = new Bench({ profile: profileOf(id) });
  await bench.connect();
  return { bench, outcome: await bench.run(commands) };
}

/** A run during which the firmware sends a message by itself. */
async function hearing(id: string, ...lines: readonly string[]) {
  const bench = new Bench({ profile: profileOf(id) });
  await bench.connect();
  const running = bench.driver.run(workOf([...HOT, ...moves(80)]), bench.observer);
  await bench.clock.runUntil(() => bench.machine.record.commandsAccepted >= 30);
  for (const line of lines) bench.hear(line);
  return { bench, outcome: await bench.settle(running) };
}

describe.each(MARLINS)('refusals of %s are noticed', (id) => {
  it('50 mm with a cold nozzle fail the run, and none of them are counted', async () => {
    const { bench, outcome } = await run(id, ['G28', 'M83', ...moves(500)]);
    expect(outcome).toMatchObject({
      outcome: 'failed',
      cause: {
        code: 'MACHINE.EXTRUSION_PREVENTED',
        details: { message: 'cold extrusion prevented', millimetres: 10 },
      },
      filamentUm: [0],
      exact: false,
    });
    expect(bench.machine.record.filamentUm).toEqual([]);
    await bench.clock.runUntil(() => !bench.driver.status().heatersUnknown);
    expect(bench.driver.status().state).toBe('ready');
  });

  it('a priming move that was too cold gives a warning: the run continues, not exact, and books what moved', async () => {
    const commands = [
      'M82',
      'G92 E0',
      'G1 E5 F300',
      ...HOT.slice(0, 3),
      'G1 X9 E8 F300',
      'G1 E6',
      'G1 X5 E9',
    ];
    const { bench, outcome } = await run(id, commands);
    expect(outcome).toMatchObject({
      outcome: 'done',
      cause: { code: 'MACHINE.EXTRUSION_PREVENTED', details: { millimetres: 5 } },
      filamentUm: [4_000],
      exact: false,
      sha256: hashOf(
        profileOf(id).capabilities.EMERGENCY_PARSER
          ? commands
          : commands.map((text) => text.replace('M109', 'M104')),
      ),
    });
    expect(bench.machine.record.filamentUm).toEqual([4_000]);
  });

  it('300 mm in one move are too long: they fail the run, and the 5 mm that moved are counted', async () => {
    const { bench, outcome } = await run(id, [...HOT, 'G1 E5 F300', 'G1 E300', ...moves(40)]);
    expect(outcome).toMatchObject({
      outcome: 'failed',
      cause: { code: 'MACHINE.EXTRUSION_PREVENTED', details: { message: 'too long extrusion prevented' } },
      exact: false,
    });
    expect(Math.abs((outcome.filamentUm[0] ?? 0) - (bench.machine.record.filamentUm[0] ?? 0))).toBeLessThan(
      800,
    );
  });

  it.each([
    [
      'Error:Printer stopped due to errors. Fix the error and use M999 to restart.',
      'MACHINE.COMMAND_REFUSED',
    ],
  ])('%s fails it', async (line, code) => {
    const { bench, outcome } = await hearing(id, line);
    expect(outcome).toMatchObject({ outcome: 'failed', cause: { code } });
    await bench.clock.runUntil(() => !bench.driver.status().heatersUnknown);
    expect(bench.machine.record.nozzles[0]?.target).toBe(0);
  });

  it('an error without an explanation gives a warning', async () => {
    const { outcome } = await hearing(id, 'Error:EEPROM is odd');
    expect(outcome).toMatchObject({
      outcome: 'done',
      exact: false,
      cause: { code: 'MACHINE.TROUBLE_REPORTED', details: { message: 'EEPROM is odd' } },
    });
  });

  it('a damaged line that was sent again is no problem', async () => {
    let line = 0;
    const bench = new Bench({
      profile: profileOf(id),
      noise: (bytes) => (bytes[0] === 78 && ++line === 20 ? Buffer.from('N9 G1 X5*1\n') : bytes),
    });
    await bench.connect();
    expect(await bench.run([...HOT, ...moves(40)])).toMatchObject({
      outcome: 'done',
      exact: true,
      cause: null,
      filamentUm: [4_000],
    });
  });

  it('an unknown command is no problem unless it moves or changes the tool', async () => {
    const known = await run(id, [...HOT, 'M9999 K1', ...moves(20)]);
    expect(known.outcome).toMatchObject({ outcome: 'done', exact: true, cause: null });
    const tool = id === 'prusa-mk3' ? [] : ['T9'];
    const lost = await run(id, [...HOT, 'G5 X5 E20', ...tool, ...moves(20)]);
    expect(lost.outcome).toMatchObject({ outcome: 'done', exact: false, filamentUm: [2_000] });
    expect(lost.outcome.cause?.code).toBe('MACHINE.COMMANDS_IGNORED');
  });
});

describe.each(MARLINS.filter((id) => id !== 'prusa-mk3'))('on %s', (id) => {
  it.each([
    'Error:STOP called because of BLTouch error - restart with M999',
    'Error:Probing Failed',
    'echo:Home XYZ First',
    'echo:Unknown command: "G28"',
    'echo:Coolant flow fault. Flowmeter safety is active. Attention required.',
  ])('%s fails the run', async (line) => {
    const { outcome } = await hearing(id, line);
    expect(outcome).toMatchObject({ outcome: 'failed', cause: { code: 'MACHINE.COMMAND_REFUSED' } });
    expect(String(outcome.cause?.details.message)).not.toMatch(/^(echo|Error):/);
  });

  it('a move that an endstop shortened gives a warning', async () => {
    const { outcome } = await hearing(id, 'echo:endstops hit:  X:12.00');
    expect(outcome).toMatchObject({ outcome: 'done', exact: false });
  });

  it('a lock fails the run at its first refused line: no line is counted, and the heater state is unknown', async () => {
    const bench = new Bench({ profile: profileOf(id) });
    await bench.connect();
    const running = bench.driver.run(workOf([...HOT, ...moves(500)]), bench.observer);
    await bench.clock.runUntil(() => bench.machine.record.commandsAccepted >= 30);
    bench.machine.receive(Buffer.from('M510\n'));
    const outcome = await bench.settle(running);
    expect(outcome).toMatchObject({
      outcome: 'failed',
      cause: { code: 'MACHINE.LOCKED', details: { message: 'Printer locked! (Unlock with M511 or LCD)' } },
    });
    expect(bench.machine.record.commandsAccepted).toBeLessThan(50);
    await bench.clock.advanceAsync(60_000);
    expect(bench.driver.status()).toMatchObject({
      heatersUnknown: true,
      needsPerson: { kind: 'heaters-unknown' },
    });
    bench.machine.receive(Buffer.from('M511\n'));
    await bench.clock.runUntil(() => !bench.driver.status().heatersUnknown);
    expect(bench.machine.record.nozzles[0]?.target).toBe(0);
  });

  it('a locked machine is not ready, says so, and is ready again once it is unlocked', async () => {
    const bench = new Bench({ profile: profileOf(id) });
    bench.machine.powerOn();
    bench.machine.receive(Buffer.from('M510\n'));
    await expect(bench.settle(bench.driver.connect())).rejects.toMatchObject({ code: 'MACHINE.LOCKED' });
    expect(bench.driver.status()).toMatchObject({
      state: 'disconnected',
      needsPerson: { kind: 'locked' },
    });
    bench.machine.receive(Buffer.from('M511\n'));
    await bench.settle(bench.driver.connect());
    expect(bench.driver.status()).toMatchObject({ state: 'ready', needsPerson: null });
    bench.machine.receive(Buffer.from('M510\nM104 S0\n'));
    await bench.clock.advanceAsync(3_000);
    expect(bench.driver.status()).toMatchObject({ state: 'faulted', needsPerson: { kind: 'locked' } });
  });
});

describe('on Klipper', () => {
  it.each([
    ['Extrude below minimum temp', ['G28', 'M83', ...moves(20)]],
    ['Extrude only move too long (300.000mm vs 50.000mm)', [...HOT, 'G1 E300', ...moves(20)]],
  ])('%s fails the run, and what moved is booked', async (message, commands) => {
    const { bench, outcome } = await run('klipper', commands);
    expect(outcome).toMatchObject({
      outcome: 'failed',
      cause: { code: 'MACHINE.COMMAND_REFUSED', details: { message } },
    });
    expect(outcome.filamentUm[0] ?? 0).toBe(bench.machine.record.filamentUm[0] ?? 0);
  });
});
