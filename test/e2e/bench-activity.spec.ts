import { join } from 'node:path';
import { startChild } from '@pandafab/testing';

const root = join(__dirname, '../..');

/** The benchmark with the build that the tests use. */
async function bench(...args: readonly string[]): Promise<{ code: number | null; output: string }> {
  const files = [join(root, 'scripts/lib/typescript.cjs'), join(root, 'test/bench/activity/main.ts')];
  const child = await startChild(process.execPath, ['-r', ...files, ...args]);
  return { code: await child.ended, output: child.output() };
}

describe('npm run bench:activity', () => {
  it('measures reports and dashboard of a small city, and ends with a table and one JSON object', async () => {
    const { code, output } = await bench('--quick', '--only', 'sqlite');
    const { figures } = JSON.parse(output.trimEnd().split('\n').at(-1) ?? '');
    const found = new Set(figures.map(({ scenario }: { scenario: string }) => scenario));
    expect([...found]).toEqual(['yardstick', 'sqlite, network', 'sqlite, lab', 'sqlite, dashboard']);
    for (const { value } of figures) expect(value).toEqual(expect.any(Number));
    expect(code).toBe(0);
  }, 400_000);

  it('says which parts there are when asked for another', async () => {
    expect(await bench('--only', 'warp')).toMatchObject({
      code: 2,
      output: expect.stringMatching(/warp[\s\S]*sqlite or postgres/),
    });
  });
});
