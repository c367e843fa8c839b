import { chaos } from './chaos';

/** On a busy computer: the faults take seconds, what follows takes minutes. */
const A_RUN_MS = 1_800_000;

describe('npm run chaos', () => {
  it.each(['postgres', 'sqlite'])(
    'finds nothing wrong after five faults on %s',
    async (database) => {
      const { code, output, summary } = await chaos('--runs', '5', '--seed', '1', '--database', database);
      expect([code, code === 0 || output]).toEqual([0, true]);
      expect(summary).toMatch(
        /^5 runs \(.+\), \d+ jobs, [1-9]\d* prints, \d+ invoices, 0 violations, seed 1$/,
      );
    },
    A_RUN_MS,
  );

  it('refuses options that it does not know', async () => {
    expect(await chaos('--only', 'earthquake')).toMatchObject({
      code: 2,
      output: expect.stringContaining('kill-server'),
    });
    expect(await chaos('--database', 'sqlite', '--only', 'kill-database')).toMatchObject({
      code: 2,
      output: expect.stringContaining('No such fault: kill-database'),
    });
    expect(await chaos('--runs', 'many')).toMatchObject({
      code: 2,
      output: expect.stringContaining('--runs'),
    });
  });
});
