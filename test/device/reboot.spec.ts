import { Bench, profileOf, sourceOf } from './bench';

jest.setTimeout(60_000);

const HOT = ['M104 S205', 'M140 S60', 'G28', ...Array.from({ length: 80 }, (_, i) => `G1 X${i % 50} F3000`)];

async function connected(id: string, faults = ''): Promise<Bench> {
  const bench = new Bench({ profile: profileOf(id), faults });
  await bench.connect();
  return bench;
}

const isReady = (bench: Bench) => () => bench.driver.status().connection === 'ready';
const READY = { connection: 'ready', heatersUnknown: false, needsPerson: null };

describe.each(['marlin-1', 'marlin-2', 'marlin-2-advanced-ok', 'prusa-mk3'])('a board of %s', (id) => {
  it('that halted by itself is there again once it has started, its heaters known to be off', async () => {
    const bench = await connected(id, 'runaway@40');
    expect(await bench.run(HOT)).toMatchObject({ cause: { code: 'MACHINE.HALTED' }, exact: false });
    await bench.clock.advanceAsync(600_000);
    expect(bench.driver.status().connection).toBe('halted');
    const seen: string[] = [];
    bench.driver.onStatus(({ connection, heatersUnknown }) => seen.push(`${connection} ${heatersUnknown}`));
    bench.machine.powerOn();
    await bench.clock.runUntil(isReady(bench));
    expect(bench.driver.status()).toMatchObject(READY);
    expect(seen).toContain('connecting true');
    // It is told again what a machine is told first, and asked how warm it is.
    await bench.clock.advanceAsync(10_000);
    const before = bench.driver.status().temperatures.nozzle?.actual ?? 0;
    bench.machine.receive(Buffer.from('M104 S100\n'));
    await bench.clock.advanceAsync(10_000);
    expect(bench.driver.status().temperatures.nozzle?.actual).toBeGreaterThan(before);
    expect(await bench.run(HOT.slice(2, 20))).toMatchObject({ outcome: 'done' });
  });

  it.each(['reset@40', 'reset-unheard@40'])(
    'that was reset amid a run is introduced anew (%s)',
    async (faults) => {
      const bench = await connected(id, faults);
      expect(await bench.run(HOT)).toMatchObject({ cause: { code: 'MACHINE.RESET_MID_RUN' } });
      await bench.clock.runUntil(isReady(bench));
      expect(bench.driver.status()).toMatchObject(READY);
      // Who it is was asked twice: at first, and again.
      expect(bench.written.join('').split('M115\n')).toHaveLength(3);
      expect(await bench.run(HOT.slice(2, 20))).toMatchObject({ outcome: 'done' });
    },
  );

  it('that a person stopped waits for a person, however often it starts', async () => {
    const bench = await connected(id);
    const run = bench.driver.run(sourceOf(HOT), bench.observer);
    await bench.clock.runUntil(() => bench.machine.record.commandsAccepted >= 40);
    bench.driver.emergencyStop();
    await bench.settle(run);
    bench.machine.powerOn();
    await bench.clock.advanceAsync(60_000);
    expect(bench.driver.status()).toMatchObject({ connection: 'halted', heatersUnknown: false });
    await bench.settle(bench.driver.connect());
    expect(bench.driver.status()).toMatchObject(READY);
  });
});

it('a Klipper that shut down is there again once somebody has restarted it', async () => {
  const bench = await connected('klipper', 'runaway@40');
  expect(await bench.run(HOT)).toMatchObject({ cause: { code: 'MACHINE.SHUT_DOWN' } });
  expect(bench.driver.status()).toMatchObject({ connection: 'halted', needsPerson: { kind: 'shut-down' } });
  bench.machine.receive(Buffer.from('FIRMWARE_RESTART\n'));
  await bench.clock.runUntil(isReady(bench));
  expect(bench.driver.status()).toMatchObject(READY);
});

it('a board that was reset unheard while nothing went on still tells how warm it is', async () => {
  const bench = await connected('marlin-2');
  bench.deaf = true;
  bench.machine.powerOn();
  bench.deaf = false;
  bench.machine.receive(Buffer.from('M104 S100\n'));
  await bench.clock.advanceAsync(20_000);
  expect(bench.driver.status().temperatures.nozzle).toMatchObject({ target: 100 });
});
