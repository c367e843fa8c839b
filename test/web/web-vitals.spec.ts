import { cumulativeShift, type Shift } from '../bench/wall/web-vitals';

const everyHalfSecond = (count: number): Shift[] =>
  Array.from({ length: count }, (_, at) => [at * 500, 0.01] as const);

describe('the cumulative layout shift', () => {
  it('is nothing where nothing moved', () => {
    expect(cumulativeShift([])).toBe(0);
  });

  it('adds moves that are less than a second apart, and takes the largest group', () => {
    const shifts: Shift[] = [
      [0, 0.02],
      [900, 0.03],
      [2000, 0.04],
      [4000, 0.01],
    ];
    expect(cumulativeShift(shifts)).toBeCloseTo(0.05);
  });

  it('ends a group after five seconds, also where the page never rests', () => {
    expect(cumulativeShift(everyHalfSecond(40))).toBeCloseTo(0.1);
  });
});
