import fc from 'fast-check';
import { Bench, hashOf } from './bench';

/** A print of `layers` short moves, hot enough to extrude. */
const print = (layers: number): string[] => [
  'M109 S200',
  'G28',
  'M83',
  ...Array.from({ length: layers }, (_, layer) => `G1 X${layer % 100} E0.5 F3000`),
];

describe('runs in a row on one connection', () => {
  it('count their own lines and their own filament', async () => {
    const lengths = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(lengths, async (prints) => {
        const bench = new Bench();
        await bench.connect();
        for (const layers of prints) {
          const commands = print(layers);
          const outcome = await bench.run(commands);
          expect(outcome).toMatchObject({ outcome: 'done', linesSent: commands.length, exact: true });
          expect(outcome.linesAcknowledged).toBe(commands.length);
          expect(outcome.filamentUm).toEqual([layers * 500]);
          expect(outcome.sha256).toBe(hashOf(commands));
        }
      }),
      { numRuns: 20 },
    );
  });

  it('a run that ends before its first line does not count the filament of the run before', async () => {
    const bench = new Bench();
    await bench.connect();
    await bench.run(print(50));
    const second = bench.run(print(50));
    bench.unplug();
    expect(await second).toMatchObject({
      outcome: 'failed',
      linesSent: 0,
      linesAcknowledged: 0,
      filamentUm: [0],
    });
  });

  it('the progress of the second run begins at 0', async () => {
    const bench = new Bench();
    await bench.connect();
    await bench.run(print(50));
    const before = bench.observer.progresses.length;
    await bench.run(print(80));
    const [first] = bench.observer.progresses.slice(before);
    expect(first?.linesAcknowledged).toBeLessThan(50);
    expect(bench.observer.progresses.at(-1)?.linesAcknowledged).toBe(83);
  });
});
