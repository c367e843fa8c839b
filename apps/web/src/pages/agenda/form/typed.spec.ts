import type { Schemas } from '../../../api/client';
import { changesOf, endAfter, fromTopic, listOf, minutesBetween, newTyped, timesOf, whenOf } from './typed';

jest.mock('../../../i18n/i18n', () => ({ currentLanguage: () => 'fr' }));

const PARIS = 'Europe/Paris';
const typed = { ...newTyped('2026-12-01', 'trainer'), title: 'Impression 3D' };

describe('when a session is', () => {
  it('is on the clock of the lab, in winter and in summer', () => {
    expect(timesOf({ day: '2026-12-01', begins: '14:00', ends: '16:30' }, PARIS)).toEqual({
      from: '2026-12-01T13:00:00.000Z',
      until: '2026-12-01T15:30:00.000Z',
    });
    expect(timesOf({ day: '2026-07-01', begins: '14:00', ends: '16:00' }, PARIS).from).toBe(
      '2026-07-01T12:00:00.000Z',
    );
  });

  it('ends on the next day when its end is not after its beginning', () => {
    const { until } = timesOf({ day: '2026-12-31', begins: '22:00', ends: '01:00' }, PARIS);
    expect(until).toBe('2027-01-01T00:00:00.000Z');
    expect([minutesBetween('22:00', '01:00'), minutesBetween('14:00', '16:00')]).toEqual([180, 120]);
    expect(minutesBetween('09:00', '09:00')).toBe(1440);
    expect(endAfter('23:00', 90)).toBe('00:30');
  });

  it('is a rule for a series', () => {
    const series = { ...typed, isSeries: true, weekdays: '2,4', lastDay: '2026-12-31', except: '2026-12-24' };
    expect(whenOf(series, PARIS)).toEqual({
      rule: {
        ...{ weekdays: [2, 4], everyWeeks: 1, begins: '14:00', minutes: 120 },
        ...{ firstDay: '2026-12-01', lastDay: '2026-12-31', except: ['2026-12-24'] },
      },
    });
    expect(listOf('')).toEqual([]);
  });
});

it('takes title, length, places, audience, induction and price from the topic', () => {
  const topic = {
    ...{ id: 'topic', nameFr: 'Découvrir l’impression 3D', capacity: 6, lengthMinutes: 90 },
    ...{ audiences: ['school'], inductionKind: '3d-printer', priceCents: 550 },
  } as unknown as Schemas['Topic'];
  expect(fromTopic(topic, { begins: '10:00' })).toEqual({
    ...{ topicId: 'topic', title: 'Découvrir l’impression 3D', capacity: '6', ends: '11:30' },
    ...{ audience: 'school', isPublic: false, inductionKind: '3d-printer', price: '5,50' },
  });
});

it('sends only what was changed', () => {
  const before = { title: 'A', roomIds: ['1'], capacity: null, from: 'x' };
  expect(changesOf(before, { ...before, roomIds: ['1'], title: 'B' })).toEqual({ title: 'B' });
});
