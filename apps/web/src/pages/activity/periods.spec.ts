import { changeOf, reachedOf } from './format-figure';
import { firstDayOf, halfYearOf, periodsUntil } from './periods';

describe('periods to choose', () => {
  it('are those that have begun, the latest first', () => {
    expect(periodsUntil('2026-03-01', 2)).toEqual(['2026-H1', '2026', '2025-H2', '2025-H1', '2025']);
    expect(periodsUntil('2026-07-01', 1)).toEqual(['2026-H2', '2026-H1', '2026']);
    expect([halfYearOf('2026-06-30'), halfYearOf('2026-07-01')]).toEqual(['2026-H1', '2026-H2']);
    expect(firstDayOf('2026')).toBe('2026-01-01');
  });
});

describe('a figure beside others', () => {
  it('has a share of its target where there is one', () => {
    expect(reachedOf(50, 200)).toBe(25);
    expect([reachedOf(null, 200), reachedOf(1, null), reachedOf(1, 0)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('has a change where there was something before', () => {
    expect(changeOf(null, 3)).toBeUndefined();
    expect(changeOf(3, 0)).toBeUndefined();
    expect(changeOf(3, 2)).toMatch(/^\+50/);
  });
});
