import { formatEnd } from './format';

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
