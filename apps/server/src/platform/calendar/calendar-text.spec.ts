import { calendarText } from './calendar-text';

const event = {
  ...{
    uid: 'b1',
    stamp: Date.UTC(2026, 10, 1),
    summary: 'Presse; à, chaud\\',
    place: 'Lab\nRez-de-chaussée',
  },
  ...{ from: Date.UTC(2026, 10, 29, 14), until: Date.UTC(2026, 10, 29, 16, 30) },
};

describe('a calendar as text', () => {
  it('has one event after another, in UTC, with special characters escaped', () => {
    expect(calendarText('Mes réservations', [event]).split('\r\n')).toEqual([
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//PandaFab//Calendar//EN', 'CALSCALE:GREGORIAN'],
      ...['NAME:Mes réservations', 'X-WR-CALNAME:Mes réservations', 'REFRESH-INTERVAL;VALUE=DURATION:PT1H'],
      ...['BEGIN:VEVENT', 'UID:b1', 'DTSTAMP:20261101T000000Z'],
      ...['DTSTART:20261129T140000Z', 'DTEND:20261129T163000Z'],
      ...['SUMMARY:Presse\\; à\\, chaud\\\\', 'LOCATION:Lab\\nRez-de-chaussée'],
      ...['END:VEVENT', 'END:VCALENDAR', ''],
    ]);
  });

  it('tells programs that an event was changed or cancelled', () => {
    const changed = { ...event, description: 'Salle 1', sequence: 2, isCancelled: true };
    expect(calendarText('X', [changed]).split('\r\n')).toEqual(
      expect.arrayContaining(['SEQUENCE:2', 'DESCRIPTION:Salle 1', 'STATUS:CANCELLED']),
    );
  });

  it('folds lines at 75 octets, never inside a character', () => {
    const summary = 'é🦊'.repeat(60);
    const text = calendarText('X', [{ ...event, summary }]);
    const lines = text.split('\r\n');
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(text).not.toContain('\ufffd');
    expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${summary}\r\n`);
  });
});
