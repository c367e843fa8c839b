import { machineSeconds } from './machine-time';

describe('the machine time of a run', () => {
  it.each<[string, number, Parameters<typeof machineSeconds>]>([
    ['of a real machine is the measured time', 90, [90, null, 1000]],
    ['of a virtual machine is the time of a real one', 900, [9, 100, 1000]],
    ['of a virtual machine that waits for its host is at most the time of the file', 1000, [60, 100, 1000]],
    ['of a virtual machine is its own time without an estimate', 6000, [60, 100, 0]],
    ['of a virtual machine at real speed is the measured time', 90, [90, 1, 1000]],
  ])('%s', (_what, expected, given) => {
    expect(machineSeconds(...given)).toBe(expected);
  });
});
