import fc from 'fast-check';
import { endOfDay, guarded, lastDay, unguarded } from './cells';

describe('cells of a spreadsheet', () => {
  it.each([
    ...['=1+1', '+33 3 80', '-x', '@sum', '\tx', '\rx', '\nx', "'=1", "''@x"],
    // Characters that spreadsheets read as the plain signs.
    ...[
      '＝1+1',
      '＋1',
      '－1',
      '＠sum',
      '﹦1',
      '﹢1',
      '﹣1',
      '﹫sum',
      '⁼1',
      '₌1',
      '⁺1',
      '₋1',
      '−1',
      '‑1',
      '–1',
      '➕1',
    ],
    // After characters that spreadsheets ignore, or that are invisible.
    ...[' =1', '  ＝1', '\u00a0=1', '\u3000＝1', '\u200b=1', '\ufeff=1', '\u2060@x', '\u0000=1', '\u0001＠x'],
    ...["' =1", " '=1", '\t\t＝1', '\u202e=1', '\u00ad+1'],
  ])(
    'that look like a formula, such as %j, are text in the spreadsheet and are read back unchanged',
    (text) => {
      expect(guarded(text)).toBe(`'${text}`);
      expect(unguarded(guarded(text))).toBe(text);
    },
  );

  it('are read back unchanged, whatever they contain', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(unguarded(guarded(text))).toBe(text);
      }),
    );
  });

  it('are written unchanged where they are ordinary', () => {
    for (const text of [
      'Amélie',
      "l'Atelier",
      "'quoted",
      'a=b',
      '',
      ' blank before',
      "'",
      '＇',
      '３D',
      'Ａ＝Ｂ',
      'a-b',
    ]) {
      expect(guarded(text)).toBe(text);
      expect(unguarded(text)).toBe(text);
    }
  });

  it('hold days, which end at midnight in Paris', () => {
    expect(endOfDay('2027-08-31')).toBe(Date.parse('2027-08-31T23:59:59.999+02:00'));
    expect(endOfDay('1/2/2027')).toBe(Date.parse('2027-02-01T23:59:59.999+01:00'));
    for (const text of ['2027-02-30', '31/13/2027', '08/2027', 'demain', '27-08-31'])
      expect(endOfDay(text)).toBeUndefined();
  });

  it('show the last day, also for an end at midnight', () => {
    expect(lastDay(endOfDay('2027-08-31') ?? 0)).toBe('2027-08-31');
    expect(lastDay(Date.parse('2027-09-01T00:00:00+02:00'))).toBe('2027-08-31');
  });

  it('of a day hold only days that can be read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(-1, 0, 1), max: Date.UTC(10_100, 0, 1) }), (end) => {
        const day = lastDay(end);
        expect(lastDay(endOfDay(day) ?? 0)).toBe(day);
      }),
    );
    expect(lastDay(Date.parse('9999-12-31T23:59:59.999Z'))).toBe('9999-12-31');
    expect(lastDay(Date.parse('0001-01-01T00:00:00Z'))).toBe('1900-01-01');
  });
});
