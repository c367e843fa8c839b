import { chaos } from './chaos';

jest.setTimeout(30 * 60_000);

describe('a city in which everything fails', () => {
  it.each(['postgres', 'sqlite'])('finds nothing wrong after two hundred faults on %s', async (database) => {
    const { code, output } = await chaos('--runs', '200', '--seed', '1', '--database', database);
    expect([code, code === 0 || output]).toEqual([0, true]);
  });

  it.each([
    ...['kill-server', 'kill-agent', 'kill-redis', 'cut-broker', 'kill-database', 'kill-all'],
    ...['kill-uncommitted', 'kill-at-answer', 'kill-at-applied', 'kill-at-receipt', 'full-server-disk'],
  ])('loses and doubles nothing by %s alone', async (kind) => {
    const { code, output } = await chaos('--runs', '5', '--only', kind);
    expect([code, code === 0 || output]).toEqual([0, true]);
  });
});
