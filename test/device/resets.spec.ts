import { Bench, type BenchOptions, profileIds, profileOf, workOf } from './bench';

const PRINT = [
  'M83',
  'M140 S60',
  'M104 S215',
  'M109 S215',
  'G28',
  ...Array.from({ length: 100 }, (_, i) => `G1 X${50 + (i % 7)} Y${60 + (i % 11)} E.08 F1800`),
];
const checking = profileIds.filter((id) => profileOf(id).framing.checksum !== 'none');

async function ended(options: BenchOptions, file: readonly string[] = PRINT) {
  const bench = new Bench({ latencyMs: 5, ...options });
  await bench.connect();
  const outcome = await bench.run(file);
  return { bench, outcome };
}

/** How often the machine accepted each line of the file. */
const RESET = { outcome: 'failed', cause: { code: 'MACHINE.RESET_MID_RUN' }, exact: false };

describe.each(checking)('a board of %s that is reset during a run', (id) => {
  const profile = profileOf(id);

  it.each([
    ...[
      'reset@3',
      'reset-spoilt@2',
      'reset-spoilt@3',
      'reset-spoilt@9',
      'reset-spoilt@63',
      'reset-spoilt@64',
    ],
    ...['reset-spoilt@65', 'reset-spoilt@90', 'reset-unheard@12', 'reset-unheard@40'],
    ...['reset-unheard@64', 'reset-unheard@90'],
  ])('is never printed on with (%s)', async (faults) => {
    const { bench, outcome } = await ended({ profile, faults });
    expect(outcome).toMatchObject(RESET);
    expect(bench.machine.record.resets).toBe(1);
    // No line of the file is sent to it again.
    const told = bench.written.join('').match(/^N1 M83\*/gm) ?? [];
    expect(told).toHaveLength(1);
    await bench.clock.runUntil(() => !bench.driver.status().heatersUnknown);
    expect(bench.machine.record).toMatchObject({ nozzles: [{ target: 0 }], bed: { target: 0 } });
  });
});

describe('a board that is reset without a message while nothing is sent to it', () => {
  it('is noticed in a wait for a temperature, by its target of 0', async () => {
    const bench = new Bench({
      profile: profileOf('marlin-2-no-emergency-parser'),
      faults: 'reset-unheard@4',
    });
    await bench.connect();
    const run = bench.driver.run(workOf(PRINT), bench.observer);
    expect(await bench.settle(run)).toMatchObject(RESET);
    expect(bench.clock.monotonic()).toBeLessThan(60_000);
  });

  it('is noticed when a paused run is resumed', async () => {
    const bench = new Bench({ profile: profileOf('marlin-2') });
    await bench.connect();
    const run = bench.driver.run(workOf(PRINT), bench.observer);
    await bench.clock.runUntil(() => bench.machine.record.commandsAccepted >= 20);
    bench.driver.pause();
    await bench.clock.runUntil(() => bench.driver.status().state === 'paused');
    bench.deaf = true;
    bench.machine.powerOn();
    bench.deaf = false;
    bench.driver.resume();
    expect(await bench.settle(run)).toMatchObject(RESET);
  });
});

describe('a request that only looks like a reset', () => {
  it('because its number was damaged, is followed by a second question', async () => {
    const bench = new Bench({ profile: profileOf('marlin-2') });
    await bench.connect();
    const run = bench.driver.run(workOf(PRINT), bench.observer);
    await bench.clock.runUntil(() => bench.machine.record.commandsAccepted >= 30);
    bench.hear('Resend: 3');
    expect(await bench.settle(run)).toMatchObject({ outcome: 'done', cause: null, exact: true });
    expect(bench.machine.record.commandsAccepted).toBe(PRINT.length);
  });
});
