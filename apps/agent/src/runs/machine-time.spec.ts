import { machineSeconds } from './machine-time';

describe('the time of a machine', () => {
  it.each<[string, number, Parameters<typeof machineSeconds>]>([
    ['of a real one is what it took', 90, [90, null, 1000]],
    ['of a virtual one is what it would have taken in life', 900, [9, 100, 1000]],
    ['of a virtual one that waits for its host is no more than the file takes', 1000, [60, 100, 1000]],
    ['of a virtual one is its own where nobody has reckoned', 6000, [60, 100, 0]],
    ['of a virtual one as fast as life is what it took', 90, [90, 1, 1000]],
  ])('%s', (_what, expected, given) => {
    expect(machineSeconds(...given)).toBe(expected);
  });
});
