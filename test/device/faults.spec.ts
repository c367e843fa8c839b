import fc from 'fast-check';
import { Bench, hashOf, profileIds, profileOf } from './bench';

/** A small print: heats, homes, then extrudes, retracts and travels. */
const printOf = (moves: number): string[] => [
  'M140 S60',
  'M104 S215',
  'M190 S60',
  'M109 S215',
  'G28',
  'M83',
  ...Array.from({ length: moves }, (_, i) => {
    if (i % 10 === 9) return `G1 E${i % 20 === 9 ? '-' : ''}2 F2400`;
    return `G1 X${50 + (i % 7)} Y${60 + (i % 11)} E.${100 + i} F1800`;
  }),
];

type Spoil = (line: Buffer, at: number, bit: number) => Buffer;
const flip: Spoil = (line, at, bit) => {
  const spoilt = Buffer.from(line);
  spoilt[at] = (spoilt[at] ?? 0) ^ (1 << bit);
  return spoilt;
};
const lose: Spoil = (line, at) => Buffer.concat([line.subarray(0, at), line.subarray(at + 1)]);
const repeat: Spoil = (line, at) =>
  Buffer.concat([line.subarray(0, at), line.subarray(at, at + 1), line.subarray(at)]);
const loseLine: Spoil = () => Buffer.alloc(0);

/** The most errors in a row: a line that is damaged ten times ends the run (`resend.identicalLimit`). */
const MOST_IN_A_ROW = 2;

const RUNS = Number(process.env.RUNS ?? 40);
const MOST_GIVEN_UP = Math.ceil(RUNS / 1000);

/** One error in some lines: an XOR checksum and the line numbers detect each of them. */
const noise = fc
  .record({
    every: fc.constantFrom(0, 3, 10, 40),
    kinds: fc.subarray([flip, lose, repeat, loseLine], { minLength: 1 }),
    seed: fc.nat(),
  })
  .map(({ every, kinds, seed }) => {
    let state = seed;
    const draw = (below: number): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    let row = 0;
    return (line: Buffer): Buffer => {
      // Unnumbered lines have no checksum: no host can detect damage in them.
      if (every === 0 || line[0] !== 78) return line;
      row = row < MOST_IN_A_ROW && draw(every) === 0 ? row + 1 : 0;
      if (row === 0) return line;
      const spoilt = kinds[draw(kinds.length)]?.(line, draw(line.length), draw(8)) ?? line;
      // One bit turns M110 into M112, and the emergency parser checks no checksum.
      return spoilt.includes('M112') ? line : spoilt;
    };
  });

const rate = fc.constantFrom(0, 0.0005, 0.002, 0.01);
const faults = fc.record({ 'lose-ok': rate, 'late-ok': rate, 'resend-storm': rate }).map((rates) =>
  Object.entries(rates)
    .map(([name, value]) => `${name}=${value}`)
    .join(','),
);

/** A firmware that reads neither numbers nor checksums cannot notice a bad line: see klipper.spec.ts. */
const checking = profileIds.filter((id) => profileOf(id).framing.checksum !== 'none');

describe.each(checking)('%s on a line with errors', (id) => {
  const profile = profileOf(id);

  it('executes each command once, in order, and the ledger equals the extruded filament', async () => {
    let givenUp = 0;
    const property = fc.asyncProperty(
      noise,
      faults,
      fc.nat(),
      fc.integer({ min: 20, max: 200 }),
      async (spoil, spec, seed, moves) => {
        const bench = new Bench({ profile, noise: spoil, faults: spec, seed });
        const commands = printOf(moves);
        await bench.connect();
        const outcome = await bench.run(commands);
        // Noise and repeated requests for the same line are rare, and the reason for the limit.
        if (outcome.cause?.code === 'MACHINE.TOO_MANY_RESENDS' && ++givenUp <= MOST_GIVEN_UP) return;
        expect(outcome).toMatchObject({ outcome: 'done', cause: null, exact: true });
        expect(outcome.linesAcknowledged).toBe(commands.length);
        expect(bench.machine.record).toMatchObject({
          commandsAccepted: commands.length,
          sha256: outcome.sha256,
          filamentUm: outcome.filamentUm,
          bytesOverrun: 0,
        });
        if (profile.capabilities.EMERGENCY_PARSER) expect(outcome.sha256).toBe(hashOf(commands));
      },
    );
    await fc.assert(property, { numRuns: RUNS });
  });
});
