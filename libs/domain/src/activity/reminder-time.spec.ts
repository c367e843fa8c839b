import { reminderAt } from './reminder-time';

const HOUR = 3_600_000;
const BEGINS = Date.parse('2026-12-10T09:00:00Z');
/** How many hours before the session a person is reminded who got the place so many hours before it. */
const remindedBefore = (hours: number) => {
  const at = reminderAt(BEGINS, BEGINS - hours * HOUR);
  return at === null ? null : (BEGINS - at) / HOUR;
};

describe('the reminder of a session', () => {
  it.each([
    [24 * 30, 24],
    [25, 24],
    [24.5, 2],
    [23, 2],
    [3, 2],
    [2.5, null],
    [0.5, null],
  ])('for a person who got the place %s hours before it: %s hours before', (hours, expected) => {
    expect(remindedBefore(hours)).toBe(expected);
  });
});
