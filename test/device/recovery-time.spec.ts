import { Bench, type BenchOptions, profileOf } from './bench';

/** Short moves, as in a curve: the planner is full, and oks arrive at the speed of the moves. */
const moves = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `G1 X${50 + (i % 2) * 20} Y${60 + (i % 3)} F1800`);

/** Virtual milliseconds of a run, and the errors during it. */
async function timed(options: BenchOptions, commands: readonly string[]) {
  const bench = new Bench({ latencyMs: 10, ...options });
  await bench.connect();
  const before = bench.clock.monotonic();
  const outcome = await bench.run(commands);
  const ms = bench.clock.monotonic() - before;
  const { faults, ...record } = bench.machine.record;
  expect(outcome).toMatchObject({ outcome: 'done', cause: null, exact: true });
  expect(record).toMatchObject({
    ...{ commandsAccepted: commands.length, sha256: outcome.sha256, bytesOverrun: 0 },
  });
  return { ms, faults, resends: outcome.resends };
}

/** Damages each n-th numbered line, once. */
function everyNth(n: number): (line: Buffer) => Buffer {
  let count = 0;
  return (line) => {
    if (!line.includes(' G1 ') || ++count % n !== 0) return line;
    const spoilt = Buffer.from(line);
    spoilt[spoilt.length - 6] = (spoilt[spoilt.length - 6] ?? 0) ^ 1;
    return spoilt;
  };
}

/** Bytes travel for 10 ms in each direction: more lines are in flight after the damaged one. */
describe('errors on the line cause no long stop', () => {
  it.each(['marlin-2-advanced-ok', 'marlin-2-advanced-ok-no-emergency-parser', 'marlin-2', 'prusa-mk3'])(
    'a spoilt line on %s: a tenth of a second at most',
    async (id) => {
      const commands = moves(400);
      const calm = await timed({ profile: profileOf(id) }, commands);
      const noisy = await timed({ profile: profileOf(id), noise: everyNth(20) }, commands);
      expect(noisy.resends).toBeGreaterThan(15);
      expect((noisy.ms - calm.ms) / noisy.resends).toBeLessThan(150);
    },
  );

  it.each(['marlin-2-advanced-ok', 'marlin-2', 'prusa-mk3', 'marlin-1'])(
    'a lost ok on %s: half a second, where M105 is answered in the meantime',
    async (id) => {
      const commands = moves(2_000);
      const calm = await timed({ profile: profileOf(id) }, commands);
      const lossy = await timed({ profile: profileOf(id), faults: 'lose-ok=0.01', seed: 3 }, commands);
      expect(lossy.faults).toBeGreaterThan(10);
      expect((lossy.ms - calm.ms) / lossy.faults).toBeLessThan(600);
    },
  );

  it.each(['marlin-2-advanced-ok', 'marlin-2', 'marlin-1'])(
    'slow moves on %s are asked after, and continue being sent as before',
    async (id) => {
      const commands = moves(60);
      const slow = { profile: profileOf(id), speed: 1 };
      const { ms } = await timed(slow, commands);
      // 60 moves of 20 mm at 30 mm/s: the time of the planner, and nothing more.
      expect(ms).toBeLessThan(60 * 700 + 1_000);
    },
  );
});
