import { lastDayOf, monthsLater, monthsOf, usualPeriods } from './periods';

describe('periods', () => {
  it('are counted over the ends of years and of February', () => {
    expect(monthsLater('2026-01', -1)).toBe('2025-12');
    expect(lastDayOf('2028-02')).toBe('2028-02-29');
    expect(monthsOf('', '2026-03-14')).toEqual({ from: '2025-04', to: '2026-03' });
    expect(monthsOf('2025', '2026-03-14')).toEqual({ from: '2025-01', to: '2025-12' });
    expect(usualPeriods('2026-01-05')).toEqual({
      lastMonth: { from: '2025-12-01', to: '2025-12-31' },
      thisYear: { from: '2026-01-01', to: '2026-12-31' },
      lastYear: { from: '2025-01-01', to: '2025-12-31' },
    });
  });
});
