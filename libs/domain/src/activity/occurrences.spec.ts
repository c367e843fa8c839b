import fc from 'fast-check';
import { DateTime } from 'luxon';
import { dayIn, MOST_OCCURRENCES, movedLike, type Occurrence, occurrences } from './occurrences';
import type { WeeklyRule } from './weekly-rule';

const PARIS = 'Europe/Paris';
const MINUTE = 60_000;
const rule = (changes: Partial<WeeklyRule>): WeeklyRule => ({
  ...{ weekdays: [1], everyWeeks: 1, begins: '14:00', minutes: 120 },
  ...{ firstDay: '2026-10-01', lastDay: '2026-11-30', except: [] },
  ...changes,
});
const iso = (at: number) => new Date(at).toISOString();
const begins = (changes: Partial<WeeklyRule>, zone = PARIS) =>
  occurrences(rule(changes), zone).map(({ from }) => iso(from));
const lastSunday = { weekdays: [7], firstDay: '2026-10-25', lastDay: '2026-10-25' };
const skipped = { weekdays: [7], firstDay: '2027-03-28', lastDay: '2027-03-28' };

describe('the dates of a series', () => {
  it('are at the same time on the lab’s clock before and after its change', () => {
    expect(begins({ lastDay: '2026-11-02', firstDay: '2026-10-19' })).toEqual([
      ...['2026-10-19T12:00:00.000Z', '2026-10-26T13:00:00.000Z', '2026-11-02T13:00:00.000Z'],
    ]);
    expect(begins({ firstDay: '2027-03-22', lastDay: '2027-03-29' })).toEqual([
      ...['2027-03-22T13:00:00.000Z', '2027-03-29T12:00:00.000Z'],
    ]);
  });

  it('begin at the instant of the skip, or at the first of two, where the clock changes', () => {
    expect(begins({ ...skipped, begins: '02:30' })).toEqual(['2027-03-28T01:00:00.000Z']);
    expect(begins({ ...lastSunday, begins: '02:30' })).toEqual(['2026-10-25T00:30:00.000Z']);
  });

  it('last as long as they should across midnight and across the change of the clock', () => {
    const [one] = occurrences(
      rule({ ...lastSunday, weekdays: [6, 7], begins: '23:30', firstDay: '2026-10-24' }),
      PARIS,
    );
    expect(one).toMatchObject({ day: '2026-10-24', from: Date.parse('2026-10-24T21:30:00Z') });
    expect(one && one.until - one.from).toBe(120 * MINUTE);
  });

  it('leave exceptions out, and count every second week from the week of the first day', () => {
    const days = (changes: Partial<WeeklyRule>) => occurrences(rule(changes), PARIS).map(({ day }) => day);
    expect(days({ except: ['2026-10-12'], lastDay: '2026-10-19' })).toEqual(['2026-10-05', '2026-10-19']);
    const fortnight = { weekdays: [1, 4], everyWeeks: 2, lastDay: '2026-10-31' };
    // 1 October is a Thursday: its week counts.
    expect(days(fortnight)).toEqual(['2026-10-01', '2026-10-12', '2026-10-15', '2026-10-26', '2026-10-29']);
  });

  it('end one after the most that a series has, so that a caller sees it', () => {
    const daily = rule({ weekdays: [1, 2, 3, 4, 5, 6, 7], lastDay: '9999-12-31' });
    expect(occurrences(daily, PARIS)).toHaveLength(MOST_OCCURRENCES + 1);
  });

  const anyRule = fc.record({
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    everyWeeks: fc.integer({ min: 1, max: 4 }),
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.integer({ min: 0, max: 59 }),
    minutes: fc.integer({ min: 5, max: 1440 }),
    first: fc.integer({ min: 0, max: 900 }),
    days: fc.integer({ min: 0, max: 120 }),
    zone: fc.constantFrom(PARIS, 'UTC', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'Pacific/Apia'),
  });
  const ruleOf = ({ hour, minute, first, days, weekdays, everyWeeks, minutes }: Sample): WeeklyRule => {
    const begin = DateTime.fromISO('2025-06-01', { zone: 'UTC' }).plus({ days: first });
    const [firstDay, lastDay] = [begin.toISODate(), begin.plus({ days }).toISODate()];
    const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
    return { weekdays, everyWeeks, minutes, begins: time, firstDay, lastDay, except: [] } as WeeklyRule;
  };
  type Sample = typeof anyRule extends fc.Arbitrary<infer T> ? T : never;

  it('are each on a wanted weekday, in order, of the wanted length, and at the wanted time as luxon reads it', () => {
    fc.assert(
      fc.property(anyRule, (sample) => {
        const wanted = ruleOf(sample);
        const found = occurrences(wanted, sample.zone);
        const isWrong = ({ day, from, until }: Occurrence, at: number) => {
          const local = DateTime.fromMillis(from, { zone: sample.zone });
          const luxon = DateTime.fromISO(`${day}T${wanted.begins}`, { zone: sample.zone }).toMillis();
          return !(
            sample.weekdays.includes(DateTime.fromISO(day, { zone: 'UTC' }).weekday) &&
            until - from === sample.minutes * MINUTE &&
            day >= wanted.firstDay &&
            day <= wanted.lastDay &&
            from > (found[at - 1]?.from ?? 0) &&
            // A time that the clock skips is later on that day, or the first of the next one.
            local.toFormat('yyyy-MM-dd HH:mm') >= `${day} ${wanted.begins}` &&
            from <= luxon
          );
        };
        expect(found.filter(isWrong)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a series that is moved', () => {
  it('moves each of its sessions alike on the lab’s clock', () => {
    const [one, two] = occurrences(rule({ firstDay: '2026-10-19', lastDay: '2026-10-26' }), PARIS);
    if (!one || !two) throw new Error('two dates');
    const to = { from: one.from + 30 * MINUTE, until: one.until + 60 * MINUTE };
    expect(iso(movedLike(two, one, to, PARIS).from)).toBe('2026-10-26T13:30:00.000Z');
    expect(movedLike(two, one, to, PARIS).until - movedLike(two, one, to, PARIS).from).toBe(150 * MINUTE);
    expect(movedLike(two, one, one, PARIS)).toEqual({ from: two.from, until: two.until });
    // Summer time ends between the two days: both are a week later at 14:00 on the wall.
    const week = {
      from: one.from + 7 * 86_400_000 + 3_600_000,
      until: one.until + 7 * 86_400_000 + 3_600_000,
    };
    expect(iso(movedLike(two, one, week, PARIS).from)).toBe('2026-11-02T13:00:00.000Z');
  });

  it('has the day of its zone', () => {
    expect(dayIn(PARIS, Date.parse('2026-12-31T23:30:00Z'))).toBe('2027-01-01');
    expect(dayIn('UTC', Date.parse('2026-12-31T23:30:00Z'))).toBe('2026-12-31');
  });
});
