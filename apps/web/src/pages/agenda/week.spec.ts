import { addDays, byDay, daysFrom, isDay, mondayOf, shownDays, weekdayOf } from './week';

describe('a week', () => {
  it('begins on Monday, also across months, years and summer time', () => {
    expect(mondayOf('2026-12-06')).toBe('2026-11-30');
    expect(mondayOf('2027-01-01')).toBe('2026-12-28');
    expect(mondayOf('2026-03-29')).toBe('2026-03-23');
    expect(daysFrom('2026-03-23').at(-1)).toBe('2026-03-29');
    expect(addDays('2026-10-25', 7)).toBe('2026-11-01');
    expect([weekdayOf('2026-11-30'), weekdayOf('2026-12-06')]).toEqual([1, 7]);
  });

  it('leaves out an empty week-end that is not now', () => {
    expect(shownDays('2026-11-30', new Set(), '2026-12-02')).toHaveLength(5);
    expect(shownDays('2026-11-30', new Set(['2026-12-05']), '2026-12-02')).toHaveLength(6);
    expect(shownDays('2026-11-30', new Set(), '2026-12-06').at(-1)).toBe('2026-12-06');
  });

  it('refuses what is no day', () => {
    expect([null, '', '2026-13-01', 'x', '2026-12-01'].map(isDay)).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
  });

  it('keeps the order of the things of a day', () => {
    const days = byDay([
      { day: '2026-12-01', id: 1 },
      { day: '2026-12-02', id: 2 },
      { day: '2026-12-01', id: 3 },
    ]);
    expect(days.get('2026-12-01')?.map(({ id }) => id)).toEqual([1, 3]);
  });
});
