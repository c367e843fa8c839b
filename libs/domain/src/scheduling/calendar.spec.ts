import fc from 'fast-check';
import { DateTime } from 'luxon';
import { type CalendarException, type DayHours, openSpans, type WeeklyHours } from './calendar';
import type { Span } from './span';

const PARIS = 'Europe/Paris';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const utc = (text: string) => Date.parse(`${text}Z`);
const everyDay = (opens: string, closes: string): WeeklyHours[] =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens, closes }));
const closed = (firstDay: string, lastDay = firstDay): CalendarException => ({
  ...{ firstDay, lastDay, hours: [], reason: 'fermé' },
});
/** Spans as times in UTC, to read them. */
const shown = (spans: readonly Span[] | null) =>
  spans?.map(({ from, until }) =>
    [from, until].map((at) => new Date(at).toISOString().slice(0, 16)).join(' '),
  );

describe('the hours of a lab', () => {
  const from = utc('2026-06-01T00:00'); // A Monday.

  it('a lab without hours and exceptions is always open', () => {
    expect(openSpans(null, [], PARIS, from, from + DAY)).toBeNull();
  });

  it('a lab without hours is closed on its exceptions only', () => {
    expect(shown(openSpans(null, [closed('2026-06-02')], PARIS, from, from + 3 * DAY))).toEqual([
      '2026-06-01T00:00 2026-06-01T22:00',
      '2026-06-02T22:00 2026-06-04T00:00',
    ]);
  });

  it('several intervals of a day, in the zone of the lab', () => {
    const monday = [
      { weekday: 1, opens: '14:00', closes: '18:00' },
      { weekday: 1, opens: '09:00', closes: '12:00' },
    ];
    expect(shown(openSpans(monday, [], PARIS, from, from + 7 * DAY))).toEqual([
      '2026-06-01T07:00 2026-06-01T10:00',
      '2026-06-01T12:00 2026-06-01T16:00',
    ]);
    expect(shown(openSpans(monday, [], 'America/Cayenne', from, from + 7 * DAY))).toEqual([
      '2026-06-01T12:00 2026-06-01T15:00',
      '2026-06-01T17:00 2026-06-01T21:00',
    ]);
  });

  it.each(['24:00', '00:00'])('a closing at midnight written %s joins the next day', (closes) => {
    const week = [
      { weekday: 1, opens: '20:00', closes },
      { weekday: 2, opens: '00:00', closes: '01:00' },
    ];
    expect(shown(openSpans(week, [], 'UTC', from, from + 3 * DAY))).toEqual([
      '2026-06-01T20:00 2026-06-02T01:00',
    ]);
  });

  it('hours over midnight belong to the day on which they begin', () => {
    const friday = [{ weekday: 5, opens: '20:00', closes: '02:00' }];
    const expected = ['2026-06-05T20:00 2026-06-06T02:00'];
    const open = (day: string) => shown(openSpans(friday, [closed(day)], 'UTC', from, from + 7 * DAY));
    expect(open('2026-06-06')).toEqual(expected);
    expect(open('2026-06-05')).toEqual([]);
  });

  it('a window that begins after midnight sees the hours of the day before', () => {
    const week = [{ weekday: 7, opens: '20:00', closes: '02:00' }];
    expect(shown(openSpans(week, [], 'UTC', from + HOUR, from + DAY))).toEqual([
      '2026-06-01T01:00 2026-06-01T02:00',
    ]);
  });

  it('the shortest exception of a day counts, in any order', () => {
    const month = closed('2026-06-01', '2026-06-30');
    const fair = { ...closed('2026-06-03'), hours: [{ opens: '10:00', closes: '11:00' }] };
    for (const exceptions of [
      [month, fair],
      [fair, month],
    ])
      expect(shown(openSpans(everyDay('09:00', '18:00'), exceptions, 'UTC', from, from + 7 * DAY))).toEqual([
        '2026-06-03T10:00 2026-06-03T11:00',
      ]);
  });

  it('refuses a zone that does not exist', () => {
    expect(() => openSpans(everyDay('09:00', '18:00'), [], 'Europe/Atlantis', from, from + DAY)).toThrow(
      RangeError,
    );
  });
});

describe('the changes of the clock', () => {
  const open = (hours: DayHours, day: string, zone = PARIS) =>
    shown(
      openSpans(
        everyDay(hours.opens, hours.closes),
        [],
        zone,
        utc(`${day}T00:00`) - 3 * HOUR,
        utc(`${day}T12:00`),
      ),
    );

  it('forward: a time that is skipped is the instant of the skip', () => {
    // At 01:00 UTC, 02:00 becomes 03:00.
    expect(open({ opens: '02:30', closes: '05:00' }, '2026-03-29')).toEqual([
      '2026-03-29T01:00 2026-03-29T03:00',
    ]);
    expect(open({ opens: '01:00', closes: '02:30' }, '2026-03-29')).toEqual([
      '2026-03-29T00:00 2026-03-29T01:00',
    ]);
    expect(open({ opens: '02:10', closes: '02:50' }, '2026-03-29')).toEqual([]);
  });

  it('backward: a time that exists twice is the first of both', () => {
    // At 01:00 UTC, 03:00 becomes 02:00.
    expect(open({ opens: '02:30', closes: '05:00' }, '2026-10-25')).toEqual([
      '2026-10-25T00:30 2026-10-25T04:00',
    ]);
    expect(open({ opens: '01:00', closes: '02:30' }, '2026-10-25')).toEqual([
      '2026-10-24T23:00 2026-10-25T00:30',
    ]);
  });

  it('a day of 23 hours and one of 25', () => {
    const length = (day: string, next: string) =>
      openSpans(
        [{ weekday: 7, opens: '00:00', closes: '24:00' }],
        [],
        PARIS,
        utc(`${day}T00:00`) - DAY,
        utc(`${next}T12:00`),
      )?.map((span) => (span.until - span.from) / HOUR);
    expect(length('2026-03-29', '2026-03-30')).toEqual([23]);
    expect(length('2026-10-25', '2026-10-26')).toEqual([25]);
  });

  it('a change at midnight, and a day that a zone skipped', () => {
    // Beirut: on 29 March 2026 at 00:00 the clock goes to 01:00.
    expect(open({ opens: '00:00', closes: '02:00' }, '2026-03-29', 'Asia/Beirut')).toEqual([
      '2026-03-28T22:00 2026-03-28T23:00',
    ]);
    const samoa = openSpans(
      everyDay('09:00', '17:00'),
      [],
      'Pacific/Apia',
      utc('2011-12-29T00:00'),
      utc('2012-01-01T00:00'),
    );
    expect(shown(samoa)).toEqual([
      '2011-12-29T00:00 2011-12-29T03:00',
      '2011-12-29T19:00 2011-12-30T03:00',
      '2011-12-30T19:00 2011-12-31T03:00',
      '2011-12-31T19:00 2012-01-01T00:00',
    ]);
  });
});

describe('any hours of any lab', () => {
  const RUNS = {
    numRuns: Number(process.env.PROPERTY_RUNS ?? 200),
    seed: Number(process.env.PROPERTY_SEED ?? 20_261_129),
  };
  const two = (value: number) => String(value).padStart(2, '0');
  const time = (most: number) =>
    fc
      .integer({ min: 0, max: most })
      .map((quarter) => `${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`);
  const dayHours = fc.record({ opens: time(95), closes: time(96) });
  const weekly = fc
    .tuple(dayHours, fc.integer({ min: 1, max: 7 }))
    .map(([hours, weekday]): WeeklyHours => ({ ...hours, weekday }));
  const week = fc.option(fc.array(weekly, { maxLength: 14 }));
  const zone = fc.constantFrom(
    PARIS,
    'UTC',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'Asia/Beirut',
  );
  // Days around both changes of the clock in these zones.
  const anchor = fc.constantFrom(utc('2026-03-28T00:00'), utc('2026-10-24T00:00'), utc('2026-12-30T00:00'));
  const iso = (at: number) => new Date(at).toISOString().slice(0, 10);
  const exceptionsAt = (begin: number) =>
    fc.array(
      fc
        .tuple(
          fc.integer({ min: -2, max: 12 }),
          fc.integer({ min: 0, max: 4 }),
          fc.array(dayHours, { maxLength: 2 }),
        )
        .map(([day, length, hours]) => ({
          ...closed(iso(begin + day * DAY), iso(begin + (day + length) * DAY)),
          hours,
        })),
      { maxLength: 3 },
    );
  const lab = fc
    .tuple(week, anchor, zone)
    .chain(([hours, begin, name]) => fc.tuple(fc.constant({ hours, begin, name }), exceptionsAt(begin)));
  const minute = fc.integer({ min: -12 * 60, max: 12 * 24 * 60 });

  it('gives sorted, disjoint spans inside the window', () => {
    fc.assert(
      fc.property(lab, minute, minute, ([{ hours, begin, name }, exceptions], a, b) => {
        const [from, until] = [begin + Math.min(a, b) * MINUTE, begin + Math.max(a, b) * MINUTE];
        let last = from - 1;
        for (const span of openSpans(hours, exceptions, name, from, until) ?? []) {
          expect(span.from).toBeGreaterThan(last);
          expect(span.until).toBeGreaterThan(span.from);
          last = span.until;
        }
        expect(last).toBeLessThanOrEqual(until);
      }),
      RUNS,
    );
  });

  it('gives the same for a window that is split anywhere', () => {
    fc.assert(
      fc.property(lab, minute, ([{ hours, begin, name }, exceptions], at) => {
        const [from, until] = [begin - 12 * HOUR, begin + 12 * DAY];
        const split = begin + at * MINUTE;
        const whole = openSpans(hours, exceptions, name, from, until);
        if (!whole) return;
        const parts = [
          ...(openSpans(hours, exceptions, name, from, split) ?? []),
          ...(openSpans(hours, exceptions, name, split, until) ?? []),
        ];
        const cut = whole.flatMap((span) =>
          span.from < split && split < span.until
            ? [
                { from: span.from, until: split },
                { from: split, until: span.until },
              ]
            : [span],
        );
        expect(parts).toEqual(cut);
      }),
      RUNS,
    );
  });

  it('is open when the clock on the wall says so, away from changes of the clock', () => {
    const within = ({ opens, closes }: DayHours, at: number) => {
      const [from, until] = [opens, closes].map(
        (text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)),
      ) as [number, number];
      return from <= at && at < (until > from ? until : until + 1440);
    };
    fc.assert(
      fc.property(lab, minute, ([{ hours, begin, name }, exceptions], at) => {
        const local = DateTime.fromMillis(begin + at * MINUTE, { zone: name });
        if (local.minus({ days: 2 }).offset !== local.plus({ days: 2 }).offset) return;
        const onDay = (day: DateTime): readonly DayHours[] => {
          const date = day.toFormat('yyyy-MM-dd');
          const covering = exceptions
            .filter(({ firstDay, lastDay }) => firstDay <= date && date <= lastDay)
            .map((each) => ({ ...each, days: Date.parse(each.lastDay) - Date.parse(each.firstDay) }))
            .sort((a, b) => a.days - b.days || b.firstDay.localeCompare(a.firstDay));
          if (covering[0]) return covering[0].hours;
          if (!hours) return [{ opens: '00:00', closes: '24:00' }];
          return hours.filter(({ weekday }) => weekday === day.weekday);
        };
        const now = local.hour * 60 + local.minute;
        const expected =
          onDay(local).some((each) => within(each, now)) ||
          onDay(local.minus({ days: 1 })).some((each) => within(each, now + 1440));
        const found = openSpans(hours, exceptions, name, local.toMillis(), local.toMillis() + 1);
        expect(found === null || found.length > 0).toBe(expected);
      }),
      RUNS,
    );
  });
});
