import { dayIn, endOfDay } from './zone';

describe('the end of a day in a time zone', () => {
  it.each([
    ['in winter', '2026-01-15', 'Europe/Paris', '2026-01-15T22:59:59.000Z'],
    ['in summer', '2026-07-15', 'Europe/Paris', '2026-07-15T21:59:59.000Z'],
    ['on which the clocks go forward', '2026-03-29', 'Europe/Paris', '2026-03-29T21:59:59.000Z'],
    ['on which they go back', '2026-10-25', 'Europe/Paris', '2026-10-25T22:59:59.000Z'],
    ['far west of Greenwich', '2026-07-15', 'Pacific/Tahiti', '2026-07-16T09:59:59.000Z'],
  ])('%s ends with its last second', (_what, day, zone, end) => {
    expect(endOfDay(day, zone)).toBe(end);
    expect(dayIn(end, zone)).toBe(day);
  });

  it('differs from the UTC day around midnight', () => {
    expect(dayIn('2026-07-14T22:30:00.000Z', 'Europe/Paris')).toBe('2026-07-15');
  });
});
