import type { LabId } from '@pandafab/shared';
import { byDay, type Coming, timesInWords } from './programme-days';

const session = (from: string, until: string, timeZone = 'Europe/Paris'): Coming => ({
  ...{ kind: 'course', title: 'Découper', titleEn: 'To cut', description: null },
  ...{ labId: 'lab' as LabId, labName: 'Lab', timeZone, from, until },
  ...{ audience: 'everyone', priceCents: 0, placesLeft: 3 },
});

describe('the days of the programme', () => {
  it('are those of the lab’s own clock', () => {
    const late = session('2027-01-31T23:30:00Z', '2027-02-01T01:00:00Z');
    const noon = session('2027-02-01T11:00:00Z', '2027-02-01T12:00:00Z');
    expect(byDay([late, noon], 'fr')).toEqual([{ day: 'Lundi 1er février 2027', items: [late, noon] }]);
    expect(byDay([late], 'en')[0]?.day).toBe('Monday 1 February 2027');
    const far = { ...late, timeZone: 'America/Martinique' };
    expect(byDay([noon, far], 'en').map(({ day }) => day)).toEqual([
      'Sunday 31 January 2027',
      'Monday 1 February 2027',
    ]);
  });

  it('have times without a day, except where a session ends on a later one', () => {
    const afternoon = session('2027-03-28T12:00:00Z', '2027-03-28T14:30:00Z');
    expect(timesInWords(afternoon, 'fr', 'heure de {zone}')).toBe('14:00–16:30');
    const night = session('2027-03-27T22:00:00Z', '2027-03-28T03:00:00Z');
    expect(timesInWords(night, 'fr', '')).toBe('23:00–Dimanche 28 mars 2027 05:00');
  });

  it('name the zone where it is not that of Paris', () => {
    const far = session('2027-03-28T12:00:00Z', '2027-03-28T14:30:00Z', 'Indian/Reunion');
    expect(timesInWords(far, 'en', '{zone} time')).toBe('16:00–18:30 (Reunion time)');
  });
});
