import { roundUp, scaleOf } from './bars';

describe('the axis of a chart', () => {
  it('ends at a round number', () => {
    expect([0, 1, 1.2, 12_345, 50_000, 51_000].map(roundUp)).toEqual([0, 1, 2, 20_000, 50_000, 100_000]);
  });

  it('has 0 at its foot, and bars in their share', () => {
    const { most, least, zero, barOf } = scaleOf([500, 1_000]);
    expect([most, least, zero]).toEqual([1_000, 0, 100]);
    expect(barOf(500)).toEqual({ top: 50, height: 50 });
    expect(barOf(0)).toEqual({ top: 100, height: 0 });
  });

  it('has room below 0 where there are values below it', () => {
    const { zero, barOf } = scaleOf([1_000, -1_000]);
    expect(zero).toBe(50);
    expect(barOf(-500)).toEqual({ top: 50, height: 25 });
  });

  it('is empty without values', () => {
    const { zero, barOf } = scaleOf([]);
    expect([zero, barOf(0).height]).toEqual([100, 0]);
  });
});
