import type { FirmwareProfile } from '@pandafab/firmware';
import fc from 'fast-check';
import { Bench, profileOf, workOf } from './bench';

const START = ['M140 S60', 'M104 S205', 'M190 S60', 'M109 S205', 'G28', 'G92 E0', 'G1 X100 Y100 Z10 F6000'];
const MINUTE = 60_000;

const move = fc.tuple(
  fc.constantFrom('X', 'Y', 'Z', 'E', 'X E', 'X Y E', 'X Y Z'),
  fc.integer({ min: -400, max: 400 }),
  fc.option(fc.integer({ min: 10, max: 90 })),
);
const mode = fc.constantFrom('G90', 'G91', 'M82', 'M83', 'G92 E0', 'G92 E7.25', 'G20', 'G21');

/** Commands of a file that stay inside the machine in all modes: absolute ones near the middle. */
function written(tokens: readonly (string | [string, number, number | null])[]): string[] {
  let [relative, relativeE, inches] = [false, false, false];
  return tokens.map((token) => {
    if (typeof token !== 'string') {
      const [axes, hundredths, feed] = token;
      const unit = inches ? 25.4 : 1;
      const words = axes.split(' ').map((axis) => {
        const offset = hundredths / 100;
        const middle = axis === 'E' ? 20 : 100;
        const value = (axis === 'E' ? relativeE : relative) ? offset : middle + offset;
        return `${axis}${(value / unit).toFixed(4)}`;
      });
      return `G1 ${words.join(' ')}${feed ? ` F${((feed * 60) / unit).toFixed(2)}` : ''}`;
    }
    if (token === 'G90' || token === 'G91') relative = relativeE = token === 'G91';
    if (token === 'M82' || token === 'M83') relativeE = token === 'M83';
    if (token === 'G20' || token === 'G21') inches = token === 'G20';
    return token;
  });
}

/** Prints, paused when these lines of the wire are written, and resumed each time it has paused. */
async function print(profile: FirmwareProfile, commands: readonly string[], pauseAt: readonly number[]) {
  let written = 0;
  const noise = (line: Buffer) => {
    if (line[0] === 0x4e && pauseAt.includes(++written)) bench.driver.pause();
    return line;
  };
  const bench = new Bench({ profile, noise });
  await bench.connect();
  bench.driver.onStatus(({ state }) => {
    if (state === 'paused') void Promise.resolve().then(() => bench.driver.resume());
  });
  return { outcome: await bench.settle(bench.driver.run(workOf(commands), bench.observer)), bench };
}

const marlin2 = profileOf('marlin-2');
const patient = { ...marlin2, pause: { ...marlin2.pause, keepMinutes: 10, lowerNozzleToC: 150 } };

/** A run that has printed a little and is paused. */
async function paused(
  profile: FirmwareProfile,
  file: readonly string[] = [...START, 'M83', 'G1 X120 E5'],
  noise = (line: Buffer) => line,
) {
  const bench = new Bench({ profile, noise });
  await bench.connect();
  const long = [...file, ...Array.from({ length: 50 }, (_, i) => `G1 X${100 + (i % 50)} E.5`)];
  const run = bench.driver.run(workOf(long), bench.observer);
  await bench.clock.runUntil(() => bench.machine.record.commandsAccepted >= file.length + 3);
  bench.driver.pause();
  await bench.clock.runUntil(() => bench.driver.status().state === 'paused');
  return { bench, run, long };
}

describe.each(['marlin-1', 'marlin-2', 'marlin-2-advanced-ok'])('a paused run on %s', (id) => {
  it('Continue, pressed for an earlier pause, does not end the next one', async () => {
    const bench = new Bench({ profile: profileOf('marlin-2') });
    await bench.connect();
    const run = bench.driver.run(workOf(['G28', 'M0 One', 'G1 X9 F3000', 'M0 Two', 'G1 X5']), bench.observer);
    const asks = (message: string) =>
      bench.clock.runUntil(() => {
        const { state, needsPerson } = bench.driver.status();
        return state === 'paused' && needsPerson?.message === message;
      });
    await asks('One');
    const click = bench.driver.status().needsPerson?.id ?? 0;
    bench.driver.answer(click, 0);
    await asks('Two');
    expect(() => bench.driver.answer(click, 0)).toThrow(
      expect.objectContaining({ code: 'MACHINE.QUESTION_CHANGED' }),
    );
    await bench.clock.advanceAsync(5_000);
    expect(bench.driver.status().state).toBe('paused');
    bench.answer(0);
    expect(await bench.settle(run)).toMatchObject({ outcome: 'done' });
  });

  it('ends as if it had never been paused, with a pause at any line', async () => {
    let pauses = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(move, move, mode), { minLength: 5, maxLength: 30 }),
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 2 }),
        async (tokens, moments) => {
          const commands = [...START, ...written(tokens as (string | [string, number, number | null])[])];
          const whole = await print(profileOf(id), commands, []);
          const broken = await print(
            profileOf(id),
            commands,
            // Always within the file, so that every print is really paused.
            moments.map((moment) => 1 + (moment % commands.length)).sort((a, b) => a - b),
          );
          expect(broken.outcome).toMatchObject({ outcome: 'done', exact: true });
          expect(broken.outcome.sha256).toBe(whole.outcome.sha256);
          expect(broken.outcome.filamentUm).toEqual(whole.outcome.filamentUm);
          pauses += broken.bench.observer.events.length;
          const [record, expected] = [broken.bench.machine.record, whole.bench.machine.record];
          for (const axis of ['X', 'Y', 'Z', 'E'] as const)
            expect(record.position[axis]).toBeCloseTo(expected.position[axis], 4);
          expect((record.filamentUm[0] ?? 0) / 1000).toBeCloseTo((expected.filamentUm[0] ?? 0) / 1000, 2);
        },
      ),
      { numRuns: 40 },
    );
    expect(pauses).toBeGreaterThan(20);
  });
});

describe('a paused run', () => {
  it('moves away from the part, retracts the filament, and returns to its position', async () => {
    const { bench, run } = await paused(marlin2);
    const before = bench.machine.record;
    expect(before.position.Z).toBeCloseTo(15, 6);
    expect(bench.driver.status().needsPerson).toEqual({
      id: expect.any(Number),
      kind: 'requested',
      message: '',
      buttons: ['Continue'],
      cooled: false,
    });
    bench.answer(0);
    expect(await bench.settle(run)).toMatchObject({ outcome: 'done' });
    expect(bench.machine.record.position.Z).toBeCloseTo(10, 6);
    expect(bench.written.join('')).toMatch(/G1 X[\d.]+ Y100 F3000.*G1 Z10 F600.*M83.*G1 E1 F2100/s);
  });

  it('does not move before the first move after homing: the position is unknown', async () => {
    const bench = new Bench({ profile: marlin2 });
    await bench.connect();
    const run = bench.driver.run(workOf(['G28', 'M0 look', 'G1 X10 F3000']), bench.observer);
    await bench.clock.runUntil(() => bench.driver.status().state === 'paused');
    expect(bench.machine.record.position.Z).toBe(0);
    bench.driver.resume();
    expect(await bench.settle(run)).toMatchObject({ outcome: 'done' });
  });

  it('keeps its bed warm and its nozzle at the temperature of the profile, for the time of the profile', async () => {
    const { bench, run } = await paused(patient);
    await bench.clock.advanceAsync(9 * MINUTE);
    expect(bench.machine.record).toMatchObject({ nozzles: [{ target: 150 }], bed: { target: 60 } });
    await bench.clock.advanceAsync(2 * MINUTE);
    expect(bench.machine.record).toMatchObject({ nozzles: [{ target: 0 }], bed: { target: 0 } });
    expect(bench.driver.status()).toMatchObject({
      state: 'paused',
      heatersUnknown: false,
      needsPerson: { kind: 'requested', cooled: true },
    });

    bench.driver.resume();
    await bench.clock.runUntil(() => bench.driver.status().state === 'printing');
    expect(bench.machine.record).toMatchObject({ nozzles: [{ target: 205 }], bed: { target: 60 } });
    expect(bench.machine.record.nozzles[0]?.actual).toBeGreaterThan(202);
    expect(await bench.settle(run)).toMatchObject({ outcome: 'done', exact: true });
  });

  it('does not heat while its heaters are being switched off, even if a person resumes at that time', async () => {
    const noise = (line: Buffer) => {
      if (line.equals(Buffer.from('M104 S0\n'))) void Promise.resolve().then(() => bench.driver.resume());
      return line;
    };
    const { bench, run } = await paused(patient, undefined, noise);
    await bench.clock.advanceAsync(10 * MINUTE + 100);
    expect(await bench.settle(run)).toMatchObject({ outcome: 'done', exact: true });
    const wire = bench.written.join('');
    expect(wire.indexOf('M140 S60', wire.lastIndexOf('G1 Z5'))).toBeGreaterThan(wire.indexOf('M140 S0'));
  });

  it('is cancelled immediately while it heats again', async () => {
    const { bench, run } = await paused(patient);
    await bench.clock.advanceAsync(11 * MINUTE);
    bench.driver.resume();
    await bench.clock.advanceAsync(300);
    bench.driver.cancel();
    const before = bench.clock.monotonic();
    expect(await bench.settle(run)).toMatchObject({ outcome: 'cancelled', exact: true });
    expect(bench.clock.monotonic() - before).toBeLessThan(2_000);
    expect(bench.machine.record).toMatchObject({ nozzles: [{ target: 0 }], bed: { target: 0 } });
  });

  it('may be paused again while it heats again', async () => {
    const { bench, run, long } = await paused(patient);
    await bench.clock.advanceAsync(11 * MINUTE);
    bench.driver.resume();
    await bench.clock.advanceAsync(300);
    bench.driver.pause();
    await bench.clock.advanceAsync(MINUTE);
    expect(bench.driver.status()).toMatchObject({ state: 'paused', needsPerson: { cooled: false } });
    await bench.clock.advanceAsync(10 * MINUTE);
    expect(bench.machine.record).toMatchObject({ nozzles: [{ target: 0 }], bed: { target: 0 } });
    bench.driver.resume();
    const outcome = await bench.settle(run);
    expect(outcome).toMatchObject({ outcome: 'done' });
    expect(outcome.linesAcknowledged).toBe(long.length);
    expect(bench.observer.events).toEqual(['paused: requested', 'resumed']);
  });
});

describe('a cancelled run', () => {
  it('lifts the nozzle off the part, switches the heaters off, and then the motors', async () => {
    const { bench, run } = await paused(marlin2);
    bench.driver.cancel();
    await bench.settle(run);
    await bench.clock.advanceAsync(5_000);
    const wire = bench.written.join('').split('\n');
    const [lift, off, release] = [
      wire.findLastIndex((line) => line.includes('G1 Z5')),
      wire.lastIndexOf('M104 S0'),
      wire.lastIndexOf('M84'),
    ];
    expect(lift).toBeGreaterThan(0);
    expect(off).toBeGreaterThan(lift);
    expect(release).toBeGreaterThan(off);
  });
});
