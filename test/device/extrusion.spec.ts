import { guardPolicyOf } from '@pandafab/firmware';
import { LineGuard } from '@pandafab/gcode';
import fc from 'fast-check';
import { Bench, hashOf, profileIds, profileOf, workOf } from './bench';

const NO_LIMITS = { sizeMm: null, maxNozzleC: null, maxBedC: null, maxChamberC: null, allowed: [] };

/** The filament in the ledger of a run, and the filament that the virtual machine extruded. */
async function print(profileId: string, commands: readonly string[]) {
  const bench = new Bench({ profile: profileOf(profileId) });
  await bench.connect();
  const { outcome, filamentUm } = await bench.run(['M109 S205', ...commands]);
  return { outcome, booked: filamentUm, moved: bench.machine.record.filamentUm };
}

const feed = fc.double({ min: -20, max: 20, noNaN: true }).map((e) => `G1 X1 E${e.toFixed(5)} F6000`);
const mode = fc.constantFrom('G90', 'G91', 'M82', 'M83', 'G92 E0', 'G92 E7.5');
const flow = fc.integer({ min: 1, max: 200 }).map((percent) => `M221 S${percent}`);
const odd = fc.constantFrom('M221', 'M221 S95.75', 'M220 S50', 'M200 D1.75', 'M200 D2.85 S1', 'M200 S0');

describe.each(profileIds)('filament as %s counts it', (id) => {
  it('is counted as the firmware moves it, in all modes, with any flow and in cubic millimetres', async () => {
    const commands = fc.array(fc.oneof({ weight: 3, arbitrary: feed }, mode, flow, odd), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(commands, async (file) => {
        const { outcome, booked, moved } = await print(id, file);
        expect(outcome).toBe('done');
        expect(Math.abs((booked[0] ?? 0) - (moved[0] ?? 0))).toBeLessThanOrEqual(1);
      }),
      { numRuns: 25 },
    );
  });
});

describe('where firmwares differ', () => {
  const feeds = ['G1 E1 F600', 'G1 E1'];

  it.each<[string, string[], number]>([
    ['marlin-2', ['M83', 'G90', ...feeds], 1_000],
    ['marlin-2', ['G91', ...feeds], 2_000],
    ['marlin-1', ['M83', 'G90', ...feeds], 2_000],
    ['marlin-1', ['G91', 'M82', ...feeds], 2_000],
    ['prusa-mk3', ['M83', 'G90', ...feeds], 2_000],
    ['prusa-mk3', ['G91', ...feeds], 1_000],
    ['klipper', ['M83', 'G90', ...feeds], 2_000],
    ['klipper', ['G91', 'M82', ...feeds], 2_000],
    ['klipper', ['M83', 'M221 S99.5', ...feeds], 1_990],
    ['marlin-2', ['M83', 'M221 S99.5', ...feeds], 1_980],
    ['klipper', ['M83', 'M200 D1.75', ...feeds], 2_000],
    ['marlin-1', ['M83', 'M200 D1.75', 'G1 E2.40528 F600'], 1_000],
  ])('%s reads %j as so many micrometres', async (id, commands, expected) => {
    const { booked, moved } = await print(id, commands);
    expect(booked).toEqual([expected]);
    expect(moved).toEqual([expected]);
  });
});

describe('a long line', () => {
  const E_FAR_BEHIND = `G1 X20 Y20${' '.repeat(300)}E100 F6000`;

  it('is counted completely where the firmware accepts it', async () => {
    const bench = new Bench({ profile: profileOf('klipper') });
    await bench.connect();
    const file = ['M109 S205', 'M83', E_FAR_BEHIND, 'G1 E2'];
    const outcome = await bench.run(file);
    expect(bench.machine.record.filamentUm).toEqual([102_000]);
    expect(outcome).toMatchObject({ outcome: 'done', filamentUm: [102_000] });
    expect(outcome.sha256).toBe(hashOf(['M104 S205', ...file.slice(1)]));
  });

  it('that is too large for the ledger is not sent', async () => {
    const bench = new Bench({ profile: profileOf('klipper') });
    await bench.connect();
    const outcome = await bench.run(['M83', `G1 X20${' '.repeat(4_090)}E100 F6000`]);
    expect(outcome).toMatchObject({ outcome: 'failed', cause: { code: 'FILE.LINE_TOO_LONG' } });
    expect(bench.machine.record.filamentUm).toEqual([]);
  });

  it('is refused before the run if the line numbers that a pause uses could make it too long', () => {
    const { maxBytes } = profileOf('marlin-2').framing;
    const guard = new LineGuard(guardPolicyOf(profileOf('marlin-2'), NO_LIMITS));
    for (let command = 1; command < 9_990; command++) guard.check('M73', command);
    const passing = (length: number) => guard.check(`M117 ${'x'.repeat(length)}`, 9_990) === 'pass';
    const longest = Math.max(...[78, 79, 80, 81].filter(passing));
    expect('N10010 M117 *255\n'.length + longest).toBe(maxBytes);
  });
});

describe('a run is exact', () => {
  const run = async (id: string, ...commands: string[]) => {
    const profile = profileOf(id);
    // Every tool that a command names exists, and the virtual machine counts its filament.
    const extruders = id === 'klipper' ? 1 : 2;
    const bench = new Bench({ profile: { ...profile, limits: { ...profile.limits, extruders } } });
    await bench.connect();
    const { outcome, exact } = await bench.run([
      'M109 S205',
      'M109 T1 S205',
      'M83',
      ...commands,
      'G1 E2 F600',
    ]);
    return { outcome, exact };
  };

  it.each([
    ['marlin-2', 'G10', true],
    ['marlin-2', 'M603 L10', true],
    ['marlin-2', 'T1\nT0', true],
    ['marlin-2', 'M701 L100', false],
    ['marlin-2', 'M208 S9', false],
    ['marlin-2', 'M605 S2', false],
    ['prusa-mk3', 'T1\nT0', false],
    ['prusa-mk3', 'Tx', false],
    ['klipper', 'T1\nT0', false],
    ['klipper', 'SET_VELOCITY_LIMIT ACCEL=3000', true],
    ['klipper', 'PRINT_START EXTRUDER=205', false],
  ])('on %s after %s: %s', async (id, command, exact) => {
    expect(await run(id, ...command.split('\n'))).toEqual({ outcome: 'done', exact });
  });

  it.each([
    ['M0', true],
    ['M600', false],
  ])('%s: a person does something at the machine', async (command, exact) => {
    const bench = new Bench({ profile: profileOf('marlin-2') });
    await bench.connect();
    const running = bench.driver.run(workOf(['G28', command, 'G1 X5 F3000']), bench.observer);
    await bench.clock.runUntil(() => bench.driver.status().state === 'paused');
    bench.driver.resume();
    expect(await bench.settle(running)).toMatchObject({ outcome: 'done', exact });
  });
});
