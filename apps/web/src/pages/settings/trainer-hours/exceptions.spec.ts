import { exceptionOf, sorted } from './exceptions';

const typed = {
  ...{ firstDay: '2026-12-24', lastDay: '', reason: '', hasHours: false, opens: '10:00', closes: '12:00' },
};

describe('an absence', () => {
  it('is one day without a last one, and absent without hours', () => {
    expect(exceptionOf(typed)).toEqual({
      ...{ firstDay: '2026-12-24', lastDay: '2026-12-24', reason: '–', hours: [] },
    });
  });

  it('has other hours, until midnight at most', () => {
    const { hours } = exceptionOf({ ...typed, hasHours: true, closes: '00:00' });
    expect(hours).toEqual([{ opens: '10:00', closes: '24:00' }]);
  });

  it('is listed by its first day', () => {
    const days = ['2027-01-02', '2026-12-24'].map((firstDay) => exceptionOf({ ...typed, firstDay }));
    expect(sorted(days).map(({ firstDay }) => firstDay)).toEqual(['2026-12-24', '2027-01-02']);
  });
});
