import fc from 'fast-check';
import { openSpans } from '../scheduling';
import { countedAt } from './counted-at';
import { labDayOf, labDayStart } from './lab-day';
import { forgottenClosing, LONGEST_OPENING_MS, openingFlaw } from './lab-opening';

const PARIS = 'Europe/Paris';
const HOUR = 3_600_000;
const utc = (text: string) => Date.parse(`${text}:00Z`);
const day = (opens: string, closes: string) =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens, closes }));
const hours = openSpans(
  [...day('09:00', '12:00'), ...day('14:00', '18:00')],
  [],
  PARIS,
  utc('2026-11-29T00:00'),
  utc('2026-12-04T00:00'),
);
const closing = (opened: string, now: string, spans = hours) => {
  const at = forgottenClosing(utc(opened), utc(now), spans, PARIS);
  return at === undefined ? undefined : new Date(at).toISOString().slice(0, 16);
};

describe('the day of a lab', () => {
  it.each([
    ['2026-11-30T22:59', '2026-11-30'],
    ['2026-11-30T23:00', '2026-12-01'],
    ['2026-07-14T21:59', '2026-07-14'],
    ['2026-07-14T22:00', '2026-07-15'],
    ['2026-03-28T23:00', '2026-03-29'],
    ['2026-10-25T22:59', '2026-10-25'],
  ])('%s in UTC is %s in Paris', (at, expected) => {
    expect(labDayOf(utc(at), PARIS)).toBe(expected);
  });

  it('begins at its first instant, also on days of 23 and 25 hours', () => {
    for (const each of ['2026-03-29', '2026-03-30', '2026-10-25', '2026-10-26', '2026-12-31']) {
      const start = labDayStart(each, PARIS);
      expect(labDayOf(start, PARIS)).toBe(each);
      expect(labDayOf(start - 1, PARIS) < each).toBe(true);
    }
  });
});

describe('the time of what was counted', () => {
  const now = utc('2026-11-30T10:00');
  it('is now, or what a tablet says of the last seven days', () => {
    expect(countedAt(undefined, now)).toBe(now);
    expect(countedAt(now - 7 * 24 * HOUR, now)).toBe(now - 7 * 24 * HOUR);
    expect(countedAt(now - 7 * 24 * HOUR - 1, now)).toBe('too-old');
  });
  it('is never in the future: a clock that is a little fast counts as now', () => {
    expect(countedAt(now + 60_000, now)).toBe(now);
    expect(countedAt(now + HOUR, now)).toBe('future');
  });
});

describe('a lab that was left open', () => {
  it('closes at the end of the hours of its day', () => {
    expect(closing('2026-11-30T08:05', '2026-12-01T06:00')).toBe('2026-11-30T17:00');
    expect(closing('2026-11-30T13:05', '2026-12-01T06:00')).toBe('2026-11-30T17:00');
  });
  it('may be open for three hours after its hours', () => {
    expect(closing('2026-11-30T08:05', '2026-11-30T19:59')).toBeUndefined();
    expect(closing('2026-11-30T08:05', '2026-11-30T20:00')).toBe('2026-11-30T17:00');
  });
  it('closes after 14 hours where it has no hours left that day', () => {
    expect(closing('2026-11-30T18:30', '2026-12-01T08:29')).toBeUndefined();
    expect(closing('2026-11-30T18:30', '2026-12-01T08:30')).toBe('2026-12-01T08:30');
    expect(closing('2026-11-30T08:00', '2026-11-30T22:00', null)).toBe('2026-11-30T22:00');
  });

  it('closes after it opened, at most 14 hours later, and never in the future', () => {
    const opened = fc.integer({ min: utc('2026-11-29T00:00'), max: utc('2026-12-02T00:00') });
    fc.assert(
      fc.property(opened, fc.integer({ min: 0, max: 48 * HOUR }), fc.boolean(), (openedAt, later, always) => {
        const at = forgottenClosing(openedAt, openedAt + later, always ? null : hours, PARIS);
        if (later >= LONGEST_OPENING_MS) expect(at).toBeDefined();
        if (at === undefined) return;
        expect(at).toBeGreaterThan(openedAt);
        expect(at).toBeLessThanOrEqual(Math.min(openedAt + LONGEST_OPENING_MS, openedAt + later));
      }),
    );
  });
});

describe('the times of an opening', () => {
  const now = utc('2026-11-30T20:00');
  const times = (openedAt: string, closedAt: string | null) => ({
    openedAt: utc(openedAt),
    closedAt: closedAt === null ? null : utc(closedAt),
  });
  const morning = times('2026-11-30T08:00', '2026-11-30T11:00');

  it.each([
    ['2026-11-30T11:00', '2026-11-30T12:00', undefined],
    ['2026-11-30T12:00', null, undefined],
    ['2026-11-30T10:59', '2026-11-30T12:00', 'overlaps'],
    ['2026-11-30T07:00', null, 'overlaps'],
    ['2026-11-30T12:00', '2026-11-30T12:00', 'order'],
    ['2026-11-30T13:00', '2026-11-30T12:00', 'order'],
    ['2026-11-30T13:00', '2026-11-30T21:00', 'future'],
    ['2026-11-28T07:00', '2026-11-29T08:00', 'too-long'],
  ] as const)('from %s until %s: %s', (openedAt, closedAt, flaw) => {
    expect(openingFlaw(times(openedAt, closedAt), [morning], now)).toBe(flaw);
  });
});
