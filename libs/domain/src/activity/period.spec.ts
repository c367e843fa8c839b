import fc from 'fast-check';
import {
  daysOfPeriod,
  halfYearOf,
  hasPeriodBegun,
  isPeriodOver,
  isReportPeriod,
  monthsOfPeriod,
  periodsWithin,
  previousPeriod,
} from './period';

const years = fc.integer({ min: 2001, max: 2400 });
const periods = fc.tuple(years, fc.constantFrom('', '-H1', '-H2')).map(([year, half]) => `${year}${half}`);
const days = fc
  .integer({ min: Date.UTC(2001, 0, 1) / 86_400_000, max: Date.UTC(2400, 11, 31) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
const dayAfter = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

describe('periods of reports', () => {
  it('are half-years and years', () => {
    expect(daysOfPeriod('2026-H1')).toEqual({ from: '2026-01-01', until: '2026-06-30' });
    expect(daysOfPeriod('2026-H2')).toEqual({ from: '2026-07-01', until: '2026-12-31' });
    expect(daysOfPeriod('2026')).toEqual({ from: '2026-01-01', until: '2026-12-31' });
    for (const text of ['', '2026-H3', '26-H1', '2026-h1', ' 2026', '2026-01', '1999', '9999'])
      expect(isReportPeriod(text)).toBe(false);
    expect(() => daysOfPeriod('soon')).toThrow(RangeError);
  });

  it('follow one another without gap', () => {
    fc.assert(
      fc.property(periods, (period) => {
        const before = previousPeriod(period);
        expect(isReportPeriod(before)).toBe(true);
        expect(dayAfter(daysOfPeriod(before).until)).toBe(daysOfPeriod(period).from);
        expect(monthsOfPeriod(before)).toHaveLength(monthsOfPeriod(period).length);
      }),
    );
  });

  it('contain each day once as half-years', () => {
    fc.assert(
      fc.property(days, (day) => {
        const { from, until } = daysOfPeriod(halfYearOf(day));
        expect(from <= day && day <= until).toBe(true);
        expect(monthsOfPeriod(halfYearOf(day))).toContain(day.slice(0, 7));
      }),
    );
  });

  it('begin on their first day and are over on the day after the last', () => {
    fc.assert(
      fc.property(periods, days, (period, today) => {
        const { from, until } = daysOfPeriod(period);
        expect(isPeriodOver(period, until)).toBe(false);
        expect(isPeriodOver(period, dayAfter(until))).toBe(true);
        expect(hasPeriodBegun(period, from)).toBe(true);
        if (isPeriodOver(period, today)) expect(hasPeriodBegun(period, today)).toBe(true);
      }),
    );
  });

  it('of an agreement are those that touch it', () => {
    expect(periodsWithin({ from: '2025-07-01', until: '2026-03-31' })).toEqual([
      ...['2025-H2', '2025'],
      ...['2026-H1', '2026'],
    ]);
  });
});
