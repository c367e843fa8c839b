import { isFit, isVisible, onlyFit } from './given-text';

describe('a text from a user', () => {
  it.each([
    'Émilie d’Août',
    '東京 Ελλάδα',
    'עברית \u200e(x)',
    'می‌خواهم',
    '👩‍👩‍👧 🇫🇷',
    'E\u0301milie',
    'Œuvre n° 2 – “a” €',
    ' ',
  ])('is accepted: %j', (text) => {
    expect(isFit(text)).toBe(true);
    expect(onlyFit(text)).toBe(text);
  });

  it.each([
    ...['\u0000', '\n', '\r', '\t', '\u001b[31m', '\u007f', '\u0085', '\u009f', '\u2028', '\u2029'],
    ...['\u202a', '\u202e', '\u2066', '\u2069', '\ud83d', '\ude00', '\ufffe', '\uffff', '\ufdd0', '\ufff9'],
  ])('is refused when it contains %j', (unfit) => {
    expect(isFit(`a${unfit}b`)).toBe(false);
    expect(onlyFit(`a${unfit.charAt(0)}b`)).toBe('ab');
  });

  it.each(['', ' ', '\u200b', '\u2060\u00a0', '\u3164', '\u00ad', '\ufeff'])(
    'is not seen when it is %j',
    (text) => {
      expect(isVisible(text)).toBe(false);
    },
  );
});
