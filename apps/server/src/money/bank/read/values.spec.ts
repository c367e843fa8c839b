import fc from 'fast-check';
import { fingerprints } from './fingerprints';
import { decimalSignOf, readCents } from './read-cents';
import { dayOrderOf, readDay } from './read-day';

describe('an amount in a file of a bank', () => {
  it.each([
    ['1 234,56', ',', 123_456],
    ['1\u202f234,56 €', ',', 123_456],
    ['1.234,56', ',', 123_456],
    ['1’234.56', '.', 123_456],
    ['1,234.56', '.', 123_456],
    ['-9,9', ',', -990],
    ['−9,90', ',', -990],
    ['9,90-', ',', -990],
    ['(9,90)', ',', -990],
    ['+12', ',', 1200],
    ['12,', ',', 1200],
    ['1.234', ',', 123_400],
    ['0,00', ',', 0],
    ['-0,00', ',', 0],
  ] as const)('%s with %s is %i', (text, sign, cents) => expect(readCents(text, sign)).toBe(cents));

  it.each([
    ['1,234', ','],
    ['12.34', ','],
    ['1.23.456', ','],
    ['-(5,00)', ','],
    ['--5', ','],
    ['dix', ','],
    ['', ','],
    ['1e5', '.'],
    ['99999999999999999', '.'],
  ] as const)('%s with %s is none', (text, sign) => expect(readCents(text, sign)).toBeUndefined());

  it('has the decimal sign of its column', () => {
    expect(decimalSignOf(['1,234.50', '12', '3.1'])).toBe('.');
    expect(decimalSignOf(['1.234,50', '12', '3,1'])).toBe(',');
    expect(decimalSignOf(['12', '13'])).toBe(',');
  });

  it('is read as it was written, for any amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), (cents) => {
        const text = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2 }).format(cents / 100);
        expect(readCents(text, ',')).toBe(cents === 0 ? 0 : cents);
      }),
    );
  });
});

describe('a date in a file of a bank', () => {
  it.each([
    ['02/11/2026', 'dmy', '2026-11-02'],
    ['2.11.26', 'dmy', '2026-11-02'],
    ['2026-11-02T10:00:00', 'ymd', '2026-11-02'],
    ['20261102', 'ymd', '2026-11-02'],
    ['11/02/2026', 'mdy', '2026-11-02'],
  ] as const)('%s (%s) is %s', (text, order, day) => expect(readDay(text, order)).toBe(day));

  it.each(['31/02/2026', '02/13/2026', '2026', 'hier', '', '02/11/202', '2/11/1026'])('%s is none', (text) =>
    expect(readDay(text, 'dmy')).toBeUndefined(),
  );

  it('has the order of its column, the French one in doubt', () => {
    expect(dayOrderOf(['01/02/2026', '03/04/2026'])).toBe('dmy');
    expect(dayOrderOf(['01/02/2026', '03/14/2026'])).toBe('mdy');
    expect(dayOrderOf(['', '2026-03-04'])).toBe('ymd');
  });
});

describe('the fingerprint of a line', () => {
  const line = (text: string, more: object = {}) => ({
    ...{
      line: 1,
      day: '2026-11-02',
      cents: 100,
      text,
      name: null,
      reference: null,
      bankId: null,
      isReversal: false,
    },
    ...more,
  });

  it('is its own among equal lines, and the same in an overlapping file', () => {
    const first = fingerprints('a', [line('X'), line('Y'), line('Y')]);
    const second = fingerprints('a', [line('y', { line: 9 }), line('Y'), line('Z')]);
    expect(new Set(first).size).toBe(3);
    expect(second.slice(0, 2)).toEqual(first.slice(1));
    expect(fingerprints('b', [line('X')])).not.toEqual(first.slice(0, 1));
  });

  it('comes from the bank’s own number where there is one, whatever the text', () => {
    const [one] = fingerprints('a', [line('X', { bankId: '17' })]);
    expect(fingerprints('a', [line('other', { bankId: '17' })])).toEqual([one]);
    expect(fingerprints('a', [line('X', { bankId: '18' })])).not.toEqual([one]);
  });
});
