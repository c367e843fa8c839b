import { backOffMs } from './back-off';

describe('the wait between two attempts', () => {
  it('doubles from the first one up to the longest', () => {
    const retry = { firstMs: 1000, longestMs: 5000 };
    expect([1, 2, 3, 4, 5, 5000].map((attempts) => backOffMs(retry, attempts))).toEqual([
      ...[1000, 2000, 4000, 5000, 5000, 5000],
    ]);
    expect(backOffMs(retry, 0)).toBe(1000);
  });
});
