import type { CommandSource } from '@pandafab/machine-host';
import { Bench, profileOf, sourceOf, workOf } from './bench';

const HOT = ['M104 S205', 'M140 S60', 'G28', ...Array.from({ length: 80 }, (_, i) => `G1 X${i % 50} F3000`)];
const UNKNOWN = { id: expect.any(Number), kind: 'heaters-unknown', message: '', buttons: [], cooled: false };

async function connected(faults = ''): Promise<Bench> {
  const bench = new Bench({ profile: profileOf('marlin-2'), faults });
  await bench.connect();
  return bench;
}

/** Heaters off, as plain commands written in one piece: numbered ones belong to the file. */
const SENT = '\nM104 S0\nM140 S0\n';

const targets = ({ machine }: Bench) => [machine.record.nozzles[0]?.target, machine.record.bed.target];

/** A source that fails after some commands, as a bug or a broken disk would. */
function failing(after: number, fail: (source: CommandSource) => void): CommandSource {
  const source = sourceOf(HOT);
  let taken = 0;
  const next = source.next.bind(source);
  source.next = () => {
    if (taken++ === after) fail(source);
    return next();
  };
  return source;
}

describe('heaters are off, or a person is requested', () => {
  it('when the code of the host crashes during a run', async () => {
    const bench = await connected();
    const source = failing(40, () => {
      throw new TypeError('a bug');
    });
    const asked: unknown[] = [];
    bench.driver.onStatus(({ needsPerson }) => asked.push(needsPerson?.kind));
    const outcome = await bench.settle(bench.driver.run(workOf(source), bench.observer));
    expect(outcome).toMatchObject({
      outcome: 'failed',
      cause: { code: 'MACHINE.STREAM_CRASHED', details: { reason: 'a bug' } },
    });
    await bench.clock.runUntil(() => !bench.driver.status().heatersUnknown);
    expect(asked).toContain('heaters-unknown');
    expect(targets(bench)).toEqual([0, 0]);
    expect(bench.written).toEqual(expect.arrayContaining([SENT]));
    expect(bench.driver.status()).toMatchObject({ state: 'ready', needsPerson: null });
    expect(bench.logged).toEqual([
      'machine.stream-crashed',
      'machine.heaters-unknown',
      'machine.run-failed',
      'machine.run-ended',
      'machine.heaters-off',
      'machine.heaters-known',
    ]);
  });

  it('when the program gets SIGTERM during a stream', async () => {
    const bench = await connected();
    const run = bench.driver.run(workOf(HOT), bench.observer);
    await bench.clock.runUntil(() => bench.machine.record.commandsAccepted >= 40);
    await bench.settle(bench.driver.disconnect());
    await bench.settle(run);
    expect(bench.written).toEqual(expect.arrayContaining([SENT]));
    expect(targets(bench)).toEqual([0, 0]);
    expect(bench.driver.status().needsPerson).toBeNull();
  });

  it('when a listener of the run crashes', async () => {
    const bench = await connected();
    const observer = {
      progress: () => undefined,
      paused: () => {
        throw new Error('no disk');
      },
      resumed: () => undefined,
    };
    const run = bench.driver.run(workOf([...HOT, 'M0', 'G28']), observer);
    expect(await bench.settle(run)).toMatchObject({ outcome: 'failed' });
    await bench.clock.runUntil(() => !bench.driver.status().heatersUnknown);
    expect(targets(bench)).toEqual([0, 0]);
  });

  it('when the machine stops answering: a person is requested until it answers', async () => {
    const bench = await connected('silence@40');
    const outcome = await bench.settle(bench.driver.run(workOf(HOT), bench.observer));
    expect(outcome).toMatchObject({ outcome: 'failed', cause: { code: 'MACHINE.SILENT' } });
    expect(bench.driver.status()).toMatchObject({ heatersUnknown: true, needsPerson: UNKNOWN });
    await bench.clock.advanceAsync(300_000);
    expect(bench.driver.status()).toMatchObject({ heatersUnknown: true, needsPerson: UNKNOWN });
    bench.machine.powerOn();
    await bench.clock.runUntil(() => !bench.driver.status().heatersUnknown);
    expect(bench.driver.status()).toMatchObject({ state: 'ready', needsPerson: null });
    expect(bench.written.lastIndexOf(SENT)).toBeGreaterThan(0);
  });

  it('when the cable is unplugged: a person is requested until the machine is back and has answered', async () => {
    const bench = await connected();
    const run = bench.driver.run(workOf(HOT), bench.observer);
    await bench.clock.runUntil(() => bench.machine.record.commandsAccepted >= 40);
    bench.unplug();
    await bench.settle(run);
    expect(bench.driver.status()).toMatchObject({ state: 'faulted', needsPerson: UNKNOWN });
    await bench.driver.disconnect();
    expect(bench.driver.status()).toMatchObject({ heatersUnknown: true, needsPerson: UNKNOWN });
    await bench.settle(bench.driver.connect());
    expect(bench.driver.status()).toMatchObject({ heatersUnknown: false, needsPerson: null });
    expect(targets(bench)).toEqual([0, 0]);
  });

  it('after an emergency stop: the driver does not wait for a halted machine', async () => {
    const bench = await connected();
    const run = bench.driver.run(workOf(HOT), bench.observer);
    await bench.clock.runUntil(() => bench.machine.record.commandsAccepted >= 40);
    bench.driver.cancel();
    bench.driver.emergencyStop();
    await bench.settle(run);
    const before = bench.clock.monotonic();
    await bench.settle(bench.driver.heatersOff());
    expect(bench.clock.monotonic() - before).toBeLessThan(2_001);
    expect(bench.driver.status()).toMatchObject({ state: 'halted', heatersUnknown: false });
  });

  it.each(['runaway@40', 'an emergency stop'])(
    'once the firmware has halted by %s, and never uncertain again',
    async (how) => {
      const bench = await connected(how.includes('@') ? how : '');
      const run = bench.driver.run(workOf(HOT), bench.observer);
      const seen: string[] = [];
      bench.driver.onStatus(({ state, heatersUnknown, needsPerson }) =>
        seen.push(`${state} ${heatersUnknown} ${needsPerson?.kind ?? ''}`),
      );
      await bench.clock.runUntil(() => bench.machine.record.commandsAccepted >= 39);
      if (!how.includes('@')) {
        // The answer is on its way for some milliseconds.
        bench.deaf = true;
        bench.driver.emergencyStop();
        expect(bench.driver.status()).toMatchObject({ heatersUnknown: true, needsPerson: null });
        await bench.clock.advanceAsync(15);
        bench.deaf = false;
        bench.hear('Error:Printer halted. kill() called!');
      }
      await bench.settle(run);
      await bench.clock.advanceAsync(60_000);
      expect(bench.driver.status()).toMatchObject({
        state: 'halted',
        heatersUnknown: false,
        needsPerson: null,
      });
      expect(seen.filter((text) => text.includes('heaters-unknown'))).toEqual([]);
      const changes = seen
        .map((text) => text.split(' ')[1])
        .filter((unknown, i, all) => unknown !== all[i - 1]);
      expect(changes).toEqual(how.includes('@') ? ['false'] : ['false', 'true', 'false']);
    },
  );

  it('after an emergency stop that did not reach the machine: a person is requested', async () => {
    const bench = await connected();
    await bench.driver.disconnect();
    bench.driver.emergencyStop();
    expect(bench.driver.status()).toMatchObject({
      state: 'halted',
      heatersUnknown: true,
      needsPerson: UNKNOWN,
    });
    await bench.settle(bench.driver.connect());
    expect(bench.driver.status()).toMatchObject({ heatersUnknown: false, needsPerson: null });
  });

  it.each([
    ['the line is being opened', 0],
    ['the machine is being introduced', 1],
  ])('after an emergency stop while %s: the machine is stopped, and not ready', async (_when, ms) => {
    const bench = new Bench({ profile: profileOf('marlin-2') });
    const connecting = bench.driver.connect();
    const refused = expect(connecting).rejects.toMatchObject({ code: 'MACHINE.EMERGENCY_STOP' });
    if (ms > 0) await bench.clock.advanceAsync(ms);
    bench.machine.powerOn();
    bench.driver.emergencyStop();
    await bench.clock.advanceAsync(60_000);
    await refused;
    expect(bench.driver.status().state).toBe('halted');
    expect(bench.machine.record.state).toBe('halted');
  });

  it('when an earlier process may have left them on: they are switched off first', async () => {
    const bench = new Bench({ profile: profileOf('marlin-2') });
    bench.machine.powerOn();
    bench.machine.receive(Buffer.from('M104 S200\n'));
    bench.driver.doubtHeaters();
    expect(bench.driver.status()).toMatchObject({ heatersUnknown: true, needsPerson: UNKNOWN });
    await bench.settle(bench.driver.connect());
    expect(targets(bench)).toEqual([0, 0]);
    expect(bench.driver.status()).toMatchObject({
      state: 'ready',
      heatersUnknown: false,
      needsPerson: null,
    });
  });

  it('after an emergency stop without an answer: a person is requested soon', async () => {
    const bench = await connected('silence@40');
    const run = bench.driver.run(workOf(HOT), bench.observer);
    await bench.clock.runUntil(() => bench.machine.record.commandsAccepted >= 40);
    bench.driver.emergencyStop();
    await bench.settle(run);
    const before = bench.clock.monotonic();
    await expect(bench.settle(bench.driver.heatersOff())).rejects.toMatchObject({
      code: 'MACHINE.HEATERS_UNCONFIRMED',
    });
    expect(bench.clock.monotonic() - before).toBeLessThan(2_001);
    expect(bench.driver.status()).toMatchObject({ state: 'halted', needsPerson: UNKNOWN });
  });
});
