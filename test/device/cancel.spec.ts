import type { FirmwareProfile } from '@pandafab/firmware';
import { Bench, profileOf, workOf } from './bench';

const PRINT = [
  'M140 S60',
  'M104 S215',
  'M109 S215',
  'G28',
  'M83',
  ...Array.from({ length: 80 }, (_, i) => `G1 X${i % 50} E.5 F3000`),
];

/** The same firmware, with and without the features that hosts use. */
function variant(id: string, parts: Partial<FirmwareProfile['capabilities']>): FirmwareProfile {
  const profile = profileOf(id);
  return { ...profile, capabilities: { ...profile.capabilities, ...parts } };
}

const QUIET = { PROMPT_SUPPORT: false, HOST_ACTION_COMMANDS: false };
const FIRMWARES: readonly [string, FirmwareProfile][] = [
  ['marlin-1', profileOf('marlin-1')],
  ['marlin-2', profileOf('marlin-2')],
  ['marlin-2-advanced-ok', profileOf('marlin-2-advanced-ok')],
  ['marlin-2 without prompts', variant('marlin-2', { PROMPT_SUPPORT: false })],
  ['marlin-2-advanced-ok without a word to its host', variant('marlin-2-advanced-ok', QUIET)],
  [
    'marlin-2-no-emergency-parser without prompts',
    variant('marlin-2-no-emergency-parser', { PROMPT_SUPPORT: false }),
  ],
];

const targets = ({ machine }: Bench) => [machine.record.nozzles[0]?.target, machine.record.bed.target];

async function printing(profile: FirmwareProfile, faults = '', file = PRINT) {
  const bench = new Bench({ profile, faults });
  await bench.connect();
  const run = bench.driver.run(workOf(file), bench.observer);
  await bench.clock.runUntil(() => bench.machine.record.commandsAccepted >= 30);
  return { bench, run };
}

/** The machine waits in its own M600, and nothing else happens. */
const inFilamentChange = async (bench: Bench, ms: number) => {
  await bench.clock.runUntil(() =>
    /paused for user|Insert filament/.test(bench.driver.consoleTail(20).join('\n')),
  );
  await bench.clock.advanceAsync(ms);
};

describe.each(FIRMWARES)('a run on %s is cancelled while the firmware changes filament', (_name, profile) => {
  const menus = profile.capabilities.PROMPT_SUPPORT ? 1 : 0;

  it.each([
    ['immediately', 0],
    ['after a while', 30_000],
    ['after half an hour', 1_750_000],
  ])('%s after a run-out', async (_when, ms) => {
    const { bench, run } = await printing(profile, 'runout@40');
    await inFilamentChange(bench, ms);
    expect(targets(bench)).toEqual([215, 60]);
    const before = bench.clock.monotonic();
    bench.driver.cancel();
    const outcome = await bench.settle(run);
    expect(outcome).toMatchObject({ outcome: 'cancelled', cause: null });
    expect(bench.clock.monotonic() - before).toBeLessThan(10_000);
    expect(targets(bench)).toEqual([0, 0]);
    expect(bench.driver.status()).toMatchObject({
      state: 'ready',
      heatersUnknown: false,
      needsPerson: null,
    });
    // PurgeMore pushes out filament, and asks again.
    expect(bench.driver.transcript().match(/prompt_button PurgeMore/g) ?? []).toHaveLength(menus);
  });

  it('that a person began at the machine, before the first line of the run', async () => {
    const bench = new Bench({ profile });
    await bench.connect();
    bench.machine.receive(Buffer.from('M104 S215\nM140 S60\nM600\n'));
    await inFilamentChange(bench, 5_000);
    const run = bench.driver.run(workOf(PRINT), bench.observer);
    await bench.clock.advanceAsync(5_000);
    bench.driver.cancel();
    expect(await bench.settle(run)).toMatchObject({ outcome: 'cancelled', linesAcknowledged: 0 });
    expect(targets(bench)).toEqual([0, 0]);
  });

  it('while it is paused', async () => {
    const { bench, run } = await printing(profile);
    bench.driver.pause();
    await bench.clock.runUntil(() => bench.driver.status().state === 'paused');
    bench.machine.receive(Buffer.from('M600\n'));
    await inFilamentChange(bench, 5_000);
    bench.driver.cancel();
    expect(await bench.settle(run)).toMatchObject({ outcome: 'cancelled' });
    expect(targets(bench)).toEqual([0, 0]);
  });

  it('after its last line, so that it ends', async () => {
    const { bench, run } = await printing(profile, '', PRINT.slice(0, 60));
    await bench.clock.runUntil(() => bench.written.some((text) => text === 'M400\n'));
    bench.machine.receive(Buffer.from('M600\n'));
    await inFilamentChange(bench, 5_000);
    bench.driver.cancel();
    await bench.settle(run);
    expect(targets(bench)).toEqual([0, 0]);
  });

  it('and one that waits for its chamber', async () => {
    const capabilities = { ...profile.simulation.capabilities, CHAMBER_TEMPERATURE: true };
    const bench = new Bench({ profile: { ...profile, simulation: { ...profile.simulation, capabilities } } });
    await bench.connect();
    const run = bench.driver.run(workOf(['G28', 'M191 S200', ...PRINT]), bench.observer);
    await bench.clock.advanceAsync(3_000);
    bench.driver.cancel();
    const before = bench.clock.monotonic();
    expect(await bench.settle(run)).toMatchObject({ outcome: 'cancelled' });
    expect(bench.clock.monotonic() - before).toBeLessThan(5_000);
    expect(bench.machine.record.chamber?.target).toBe(0);
  });

  it('and a run that failed in the meantime has its heaters off as well', async () => {
    const { bench, run } = await printing(profile, 'runout@40');
    await inFilamentChange(bench, 5_000);
    await bench.settle(bench.driver.disconnect());
    await bench.settle(run);
    expect(targets(bench)).toEqual([0, 0]);
  });
});

describe('a cancelled run that the firmware does not end', () => {
  it('offers the emergency stop after a time, and is stopped by that answer', async () => {
    // It waits for its own screen: no command of the host ends that (Prusa-Firmware, M600).
    const { bench, run } = await printing(profileOf('prusa-mk3'), 'runout@40');
    await inFilamentChange(bench, 5_000);
    bench.driver.cancel();
    await bench.clock.advanceAsync(9_900);
    expect(bench.driver.status().needsPerson?.kind).not.toBe('cancel-stuck');
    await bench.clock.advanceAsync(200);
    expect(bench.driver.status()).toMatchObject({
      state: 'cancelling',
      needsPerson: { kind: 'cancel-stuck', buttons: ['Emergency stop'] },
    });
    expect(bench.written.join('')).not.toContain('M108');
    bench.answer(0);
    expect(await bench.settle(run)).toMatchObject({
      outcome: 'failed',
      cause: { code: 'MACHINE.EMERGENCY_STOP' },
    });
    expect(bench.machine.record.state).toBe('halted');
    expect(targets(bench)).toEqual([0, 0]);
  });

  it('no longer offers it when the firmware ends the run', async () => {
    const { bench, run } = await printing(profileOf('prusa-mk3'), 'runout@40');
    await inFilamentChange(bench, 5_000);
    bench.driver.cancel();
    await bench.clock.runUntil(() => bench.driver.status().needsPerson?.kind === 'cancel-stuck');
    bench.machine.click();
    expect(await bench.settle(run)).toMatchObject({ outcome: 'cancelled' });
    expect(bench.driver.status()).toMatchObject({ state: 'ready', needsPerson: null });
    expect(targets(bench)).toEqual([0, 0]);
  });

  it('offers it also when the firmware accepts no answer to its menu', async () => {
    const { bench, run } = await printing(
      variant('marlin-2-no-emergency-parser', { PROMPT_SUPPORT: true }),
      'runout@40',
    );
    await inFilamentChange(bench, 5_000);
    bench.driver.cancel();
    await bench.clock.runUntil(() => bench.driver.status().needsPerson?.kind === 'cancel-stuck');
    bench.answer(0);
    expect(await bench.settle(run)).toMatchObject({ outcome: 'failed' });
  });
});
