import { Bench, hashOf, profileOf, workOf } from './bench';

const print = [
  'M104 S215',
  'M109 S215',
  'G28',
  'M83',
  ...Array.from({ length: 60 }, (_, i) => `G1 X${i} E.5 F3000`),
];

describe('filament that runs out in mid-run', () => {
  it('asks for a person, and continues to the last line after new filament is loaded', async () => {
    const bench = new Bench({ profile: profileOf('marlin-2'), faults: 'runout@30' });
    await bench.connect();
    const run = bench.driver.run(workOf(print), bench.observer);
    await bench.clock.runUntil(() => bench.driver.status().needsPerson !== null);
    expect(bench.driver.status()).toMatchObject({ needsPerson: { kind: 'filament-runout' } });
    expect(bench.machine.record.commandsAccepted).toBeLessThan(print.length);
    await bench.clock.advanceAsync(60_000);
    bench.machine.click();
    bench.machine.click();
    const outcome = await bench.settle(run);
    expect(outcome).toMatchObject({ outcome: 'done', exact: false, linesAcknowledged: print.length });
    expect(outcome.sha256).toBe(hashOf(print));
    expect(bench.machine.record.filamentUm).toEqual(outcome.filamentUm);
  });

  it.each([
    ['marlin-1', 'firmware'],
    ['marlin-2-no-emergency-parser', 'filament-runout'],
    ['marlin-2', 'filament-runout'],
  ])('of %s, which has no prompts, it is answered from afar as well', async (id, kind) => {
    const profile = profileOf(id);
    const capabilities = { ...profile.capabilities, PROMPT_SUPPORT: false };
    const bench = new Bench({ profile: { ...profile, capabilities }, faults: 'runout@30' });
    await bench.connect();
    const run = bench.driver.run(workOf(print), bench.observer);
    await bench.clock.runUntil(() => bench.driver.status().needsPerson !== null);
    await bench.clock.advanceAsync(5_000);
    expect(bench.driver.status().needsPerson).toMatchObject({ kind, buttons: ['Continue'] });
    bench.answer(0);
    expect(await bench.settle(run)).toMatchObject({ outcome: 'done' });
    expect(bench.driver.status().needsPerson).toBeNull();
  });

  it('of a firmware that continues only from its own screen sends a person to the machine', async () => {
    const bench = new Bench({ profile: profileOf('prusa-mk3'), faults: 'runout@30' });
    await bench.connect();
    const run = bench.driver.run(workOf(print), bench.observer);
    await bench.clock.runUntil(() => bench.driver.status().needsPerson !== null);
    expect(bench.driver.status().needsPerson).toMatchObject({ kind: 'firmware' });
    bench.machine.click();
    expect(await bench.settle(run)).toMatchObject({ outcome: 'done' });
    expect(bench.driver.status().needsPerson).toBeNull();
  });

  it.each(['marlin-1', 'marlin-2', 'marlin-2-advanced-ok'])(
    'that waits for a person on %s does not heat endlessly, and continues when a person has answered',
    async (id) => {
      const bench = new Bench({ profile: profileOf(id), faults: 'runout@30' });
      await bench.connect();
      const run = bench.driver.run(workOf(['M140 S60', ...print]), bench.observer);
      await bench.clock.runUntil(() => bench.driver.status().needsPerson !== null);
      await bench.clock.advanceAsync(29 * 60_000);
      expect(bench.driver.status().needsPerson?.cooled).toBe(false);
      expect(bench.machine.record).toMatchObject({ nozzles: [{ target: 215 }], bed: { target: 60 } });
      await bench.clock.advanceAsync(2 * 60_000);
      expect(bench.machine.record).toMatchObject({ nozzles: [{ target: 0 }], bed: { target: 0 } });
      expect(bench.driver.status()).toMatchObject({ state: 'paused', needsPerson: { cooled: true } });
      bench.driver.resume();
      expect(await bench.settle(run)).toMatchObject({ outcome: 'done', linesAcknowledged: print.length + 1 });
    },
  );

  it('can be answered remotely, with the button of the question', async () => {
    const bench = new Bench({ profile: profileOf('marlin-2-advanced-ok'), faults: 'runout@30' });
    await bench.connect();
    const run = bench.driver.run(workOf(print), bench.observer);
    await bench.clock.runUntil(() => bench.driver.status().needsPerson?.kind === 'prompt');
    expect(bench.driver.status().needsPerson).toMatchObject({
      message: 'Nozzle Parked',
      buttons: ['Continue'],
    });
    bench.answer(0);
    await bench.clock.runUntil(() => bench.driver.status().needsPerson?.message === 'Paused');
    expect(bench.driver.status().needsPerson?.buttons).toEqual(['PurgeMore', 'Continue']);
    bench.answer(1);
    expect(await bench.settle(run)).toMatchObject({ outcome: 'done', sha256: hashOf(print) });
  });
});
