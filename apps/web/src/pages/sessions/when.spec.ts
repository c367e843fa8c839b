import { byDay, formatSessionDay, formatSessionTimes } from './when';

// This module asks the browser for its language when it is loaded.
jest.mock('../../i18n/i18n', () => ({ currentLanguage: () => 'fr' }));

const NOW = Date.parse('2026-11-30T12:00:00Z');
const session = (from: string, until: string, timeZone = 'Europe/Paris') => ({ from, until, timeZone });

describe('when a session is', () => {
  it('is said on the clock of its lab', () => {
    const evening = session('2026-12-03T23:30:00Z', '2026-12-04T01:00:00Z');
    expect(formatSessionTimes(evening)).toBe('00:30–02:00');
    expect(formatSessionDay(evening, NOW)).toMatch(/4/);
    const far = { ...evening, timeZone: 'America/Martinique' };
    expect(formatSessionTimes(far)).toBe('19:30–21:00 (Martinique)');
    expect(formatSessionDay(far, NOW)).toMatch(/3/);
  });

  it('has a year where it is not this one', () => {
    expect(formatSessionDay(session('2027-01-04T09:00:00Z', '2027-01-04T10:00:00Z'), NOW)).toContain('2027');
    expect(formatSessionDay(session('2026-12-04T09:00:00Z', '2026-12-04T10:00:00Z'), NOW)).not.toContain(
      '2026',
    );
  });

  it('puts sessions of one day together, also over a change of the clock', () => {
    const before = session('2027-03-27T22:30:00Z', '2027-03-27T23:30:00Z');
    const night = session('2027-03-27T23:30:00Z', '2027-03-28T00:30:00Z');
    const day = session('2027-03-28T09:00:00Z', '2027-03-28T10:00:00Z');
    expect(byDay([before, night, day])).toEqual([
      ['2027-03-27', [before]],
      ['2027-03-28', [night, day]],
    ]);
  });
});
