import { MOST_DATES, seriesDays, toggled, weekdaysFor } from './series';

const rule = { weekdays: [2], everyWeeks: 1, firstDay: '2026-12-01', lastDay: '2026-12-31' };

describe('the preview of a series', () => {
  it('has each of the days of the week, from the first day to the last one', () => {
    expect(seriesDays(rule)).toEqual(['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22', '2026-12-29']);
    expect(seriesDays({ ...rule, weekdays: [4, 1], lastDay: '2026-12-10' })).toEqual([
      '2026-12-03',
      '2026-12-07',
      '2026-12-10',
    ]);
  });

  it('counts every second week from the week of the first day', () => {
    const days = seriesDays({ ...rule, weekdays: [1, 5], everyWeeks: 2, firstDay: '2026-12-03' });
    expect(days).toEqual(['2026-12-04', '2026-12-14', '2026-12-18', '2026-12-28']);
  });

  it('goes over the end of summer time without losing or doubling a day', () => {
    const days = seriesDays({ ...rule, weekdays: [7], firstDay: '2026-10-18', lastDay: '2026-11-01' });
    expect(days).toEqual(['2026-10-18', '2026-10-25', '2026-11-01']);
  });

  it('stops one above the limit, and has nothing while a day is missing', () => {
    const long = { ...rule, weekdays: [1, 2, 3, 4, 5, 6, 7], lastDay: '2099-12-31' };
    expect(seriesDays(long)).toHaveLength(MOST_DATES + 1);
    expect(seriesDays({ ...rule, lastDay: '' })).toEqual([]);
    expect(seriesDays({ ...rule, everyWeeks: Number.NaN })).toEqual([]);
    expect(seriesDays({ ...rule, firstDay: '2027-01-01' })).toEqual([]);
  });
});

it('chooses the day of the week of the first day', () => {
  expect([weekdaysFor('2026-12-06'), weekdaysFor('')]).toEqual([[7], []]);
  expect(toggled(toggled(['a'], 'b'), 'a')).toEqual(['b']);
});
