import { EMPTY, sorted, specialDaysOf } from './special-days';

const typed = { ...EMPTY, firstDay: '2026-12-24', reason: 'Fête' };

describe('special days', () => {
  it('are one day without a last one, and have no hours unless some are typed', () => {
    expect(specialDaysOf(typed)).toEqual({
      ...{ firstDay: '2026-12-24', lastDay: '2026-12-24', reason: 'Fête', hours: [] },
    });
  });

  it('have other hours, until midnight at most', () => {
    const { hours } = specialDaysOf({ ...typed, hasHours: true, closes: '00:00' });
    expect(hours).toEqual([{ opens: '10:00', closes: '24:00' }]);
  });

  it('are listed by their first day', () => {
    const days = ['2027-01-02', '2026-12-24'].map((firstDay) => specialDaysOf({ ...typed, firstDay }));
    expect(sorted(days).map(({ firstDay }) => firstDay)).toEqual(['2026-12-24', '2027-01-02']);
  });
});
