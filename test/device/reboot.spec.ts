import { readingNamed } from '@pandafab/machine-host';
import { Bench, profileOf, workOf } from './bench';

const HOT = ['M104 S205', 'M140 S60', 'G28', ...Array.from({ length: 80 }, (_, i) => `G1 X${i % 50} F3000`)];

async function connected(id: string, faults = ''): Promise<Bench> {
  const bench = new Bench({ profile: profileOf(id), faults });
  await bench.connect();
  return bench;
}

const isReady = (bench: Bench) => () => bench.driver.status().state === 'ready';
const READY = { state: 'ready', heatersUnknown: false, needsPerson: null };

describe.each(['marlin-1', 'marlin-2', 'marlin-2-advanced-ok', 'prusa-mk3'])('a board of %s', (id) => {
  it('that halted by itself is ready when it has restarted, with its heaters confirmed off', async () => {
    const bench = await connected(id, 'runaway@40');
    expect(await bench.run(HOT)).toMatchObject({ cause: { code: 'MACHINE.HALTED' }, exact: false });
    await bench.clock.advanceAsync(600_000);
    expect(bench.driver.status().state).toBe('halted');
    const seen: string[] = [];
    bench.driver.onStatus(({ state, heatersUnknown }) => seen.push(`${state} ${heatersUnknown}`));
    bench.machine.powerOn();
    await bench.clock.runUntil(isReady(bench));
    expect(bench.driver.status()).toMatchObject(READY);
    expect(seen).toContain('connecting true');
    // It receives the first commands again, and is asked for its temperatures.
    await bench.clock.advanceAsync(10_000);
    const before = readingNamed(bench.driver.status().readings, 'nozzle')?.actual ?? 0;
    bench.machine.receive(Buffer.from('M104 S100\n'));
    await bench.clock.advanceAsync(10_000);
    expect(readingNamed(bench.driver.status().readings, 'nozzle')?.actual).toBeGreaterThan(before);
    expect(await bench.run(HOT.slice(2, 20))).toMatchObject({ outcome: 'done' });
  });

  it.each(['reset@40', 'reset-unheard@40'])(
    'that was reset during a run is identified again (%s)',
    async (faults) => {
      const bench = await connected(id, faults);
      expect(await bench.run(HOT)).toMatchObject({ cause: { code: 'MACHINE.RESET_MID_RUN' } });
      await bench.clock.runUntil(isReady(bench));
      expect(bench.driver.status()).toMatchObject(READY);
      // It was identified twice: at first, and after the reset.
      expect(bench.written.join('').split('M115\n')).toHaveLength(3);
      expect(await bench.run(HOT.slice(2, 20))).toMatchObject({ outcome: 'done' });
    },
  );

  it('that a person stopped waits for a person, after any number of restarts', async () => {
    const bench = await connected(id);
    const run = bench.driver.run(workOf(HOT), bench.observer);
    await bench.clock.runUntil(() => bench.machine.record.commandsAccepted >= 40);
    bench.driver.emergencyStop();
    await bench.settle(run);
    bench.machine.powerOn();
    await bench.clock.advanceAsync(60_000);
    expect(bench.driver.status()).toMatchObject({ state: 'halted', heatersUnknown: false });
    await bench.settle(bench.driver.connect());
    expect(bench.driver.status()).toMatchObject(READY);
  });
});

it('a Klipper that shut down is ready again once a person has restarted it', async () => {
  const bench = await connected('klipper', 'runaway@40');
  expect(await bench.run(HOT)).toMatchObject({ cause: { code: 'MACHINE.SHUT_DOWN' } });
  expect(bench.driver.status()).toMatchObject({ state: 'halted', needsPerson: { kind: 'shut-down' } });
  bench.machine.receive(Buffer.from('FIRMWARE_RESTART\n'));
  await bench.clock.runUntil(isReady(bench));
  expect(bench.driver.status()).toMatchObject(READY);
});

it('a board that was reset unnoticed while it was idle still reports its temperatures', async () => {
  const bench = await connected('marlin-2');
  bench.deaf = true;
  bench.machine.powerOn();
  bench.deaf = false;
  bench.machine.receive(Buffer.from('M104 S100\n'));
  await bench.clock.advanceAsync(20_000);
  expect(readingNamed(bench.driver.status().readings, 'nozzle')).toMatchObject({ target: 100 });
});
