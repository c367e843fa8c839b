import { join } from 'node:path';
import { startChild } from '@pandafab/testing';

const root = join(__dirname, '../..');

/** The benchmark with the build that the tests use. */
async function bench(...args: readonly string[]): Promise<{ code: number | null; output: string }> {
  const files = [join(root, 'scripts/lib/typescript.cjs'), join(root, 'test/bench/fleet/main.ts')];
  const child = await startChild(process.execPath, ['-r', ...files, ...args]);
  return { code: await child.ended, output: child.output() };
}

describe('npm run bench:fleet', () => {
  it('measures every figure, loses no event, and ends with a table and one JSON object', async () => {
    const { output } = await bench('--quick');
    const result = JSON.parse(output.trimEnd().split('\n').at(-1) ?? '');
    const names = result.figures.map(
      ({ scenario, name }: { scenario: string; name: string }) => `${scenario}: ${name}`,
    );
    expect(names).toEqual([
      'memory: server, 10 machines',
      'memory: server, 40 machines',
      'live: API, median',
      'live: API, 99th percentile',
      'live: requests',
      'live: events sent',
      'live: events lost',
      'live: server’s share of a core',
      'rebuild: 1000 queued jobs',
      'start: bed clear to first line, median',
      'start: 99th percentile',
      'start: prints',
    ]);
    for (const { value } of result.figures) expect(value).toEqual(expect.any(Number));
    expect(result.figures.find(({ name }: { name: string }) => name === 'events lost').value).toBe(0);
    expect(result.figures.find(({ name }: { name: string }) => name === 'events sent').value).toBeGreaterThan(
      0,
    );
  }, 400_000);

  it('says which scenarios there are when asked for another', async () => {
    expect(await bench('--only', 'warp')).toMatchObject({
      code: 2,
      output: expect.stringMatching(/warp[\s\S]*live, rebuild, start/),
    });
  });
});
