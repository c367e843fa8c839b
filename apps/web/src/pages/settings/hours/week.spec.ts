import { addInterval, changeInterval, copyDay, daysOf, removeInterval, weekOf } from './week';

const week = [
  { weekday: 1, opens: '09:00', closes: '12:00' },
  { weekday: 1, opens: '14:00', closes: '24:00' },
  { weekday: 5, opens: '20:00', closes: '02:00' },
];

describe('the hours of a week in a form', () => {
  it('are the same after the form', () => {
    expect(weekOf(daysOf(week))).toEqual(week);
    expect(weekOf(daysOf(null))).toEqual([]);
  });

  it('show midnight as the fields can', () => {
    expect(daysOf(week)[0]?.[1]).toEqual({ opens: '14:00', closes: '00:00' });
  });

  it('are added, changed and removed on one day', () => {
    const added = addInterval(addInterval(daysOf(null), 2), 2);
    expect(added[2]).toEqual([
      { opens: '09:00', closes: '18:00' },
      { opens: '18:00', closes: '00:00' },
    ]);
    const changed = changeInterval(added, 2, 1, { opens: '19:00' });
    expect(weekOf(removeInterval(changed, 2, 0))).toEqual([{ weekday: 3, opens: '19:00', closes: '24:00' }]);
  });

  it.each([
    ['3', [0, 2, 4]],
    ['weekdays', [0, 1, 2, 3, 4]],
    ['all', [0, 1, 2, 3, 4, 5, 6]],
  ] as const)('are copied from Monday to %s', (to, open) => {
    const days = copyDay(daysOf(week), 0, to);
    expect(days.flatMap((each, at) => (each.length > 0 ? [at] : []))).toEqual(open);
  });
});
