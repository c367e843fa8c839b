import { formatDay, formatEnd, withFirst } from './format';

// This module asks the browser for its language when it is loaded.
jest.mock('../i18n/i18n', () => ({ currentLanguage: () => 'fr' }));

describe('when something ends', () => {
  const now = new Date(2026, 2, 2, 13, 2, 40).getTime();

  it.each([
    ['is exact to the minute when it is near', 20 * 60, '13:22'],
    ['is rounded up to five minutes when it is not', 93 * 60, '14:40'],
    ['says the day when it is not today', 11 * 3600, 'mar. 00:05'],
    ['is now when nothing is left', 0, '13:02'],
  ])('%s', (_what, seconds, words) => {
    expect(formatEnd(seconds, now)).toBe(words);
  });
});

describe('the first day of a month', () => {
  it.each([
    ['1 décembre', '1er décembre'],
    ['mar. 1 déc. 2026', 'mar. 1er déc. 2026'],
    ['1–7 février 2027', '1er–7 février 2027'],
    ['jeudi 1 janvier 2026 à 14:00', 'jeudi 1er janvier 2026 à 14:00'],
    ['11 novembre 2026', '11 novembre 2026'],
    ['31 janvier 2026', '31 janvier 2026'],
  ])('of %s is written %s', (day, words) => {
    expect(withFirst(day)).toBe(words);
  });

  it('is one in the days of lists too', () => {
    expect(formatDay('2024-01-01T12:00:00Z')).toBe('1er janv. 2024');
  });
});
