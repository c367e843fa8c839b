import { hoursOf } from '../../scripts/demo/city/calendar.mjs';
import { allTables, planWorld } from '../../scripts/demo/city/index.mjs';
import { cityDays } from '../../scripts/demo/city-days.mjs';
import { plannedReports } from '../../scripts/demo/reports-plan.mjs';

type Row = Readonly<Record<string, string | number | boolean | null>>;

const [FROM, TO] = ['2025-01-01', '2026-12-31'];
const TODAY = '2026-12-10';
const planned = (seed: number) => {
  const zones = ['Europe/Paris', 'Indian/Reunion', 'America/Martinique'];
  const given = { seed, from: FROM, to: TO, today: TODAY, size: 'small', admin: 'admin', zones } as const;
  const world = planWorld({ ...given, zones: [...zones], folded: (text: string) => text.toLowerCase() });
  return { world, tables: read(allTables(world)) };
};

/** The rows of each table, some of which are written in several parts. */
function read(parts: Iterable<[string, Iterable<unknown>]>): (table: string) => readonly Row[] {
  const tables = new Map<string, Row[]>();
  for (const [table, rows] of parts)
    tables.set(table, [...(tables.get(table) ?? []), ...(rows as Iterable<Row>)]);
  return (table) => tables.get(table) ?? [];
}

const { world, tables } = planned(7);
const numberIn = (row: Row, column: string) => Number(row[column]);
const overlaps = (rows: readonly Row[], owner: string) => {
  const sorted = [...rows].sort((one, other) => numberIn(one, 'fromAt') - numberIn(other, 'fromAt'));
  const busyUntil = new Map<unknown, number>();
  return sorted.filter((row) => {
    const until = busyUntil.get(row[owner]) ?? 0;
    busyUntil.set(row[owner], Math.max(until, numberIn(row, 'untilAt')));
    return numberIn(row, 'fromAt') < until;
  });
};
const clockOf = (timeZone: string) => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
const zones = new Map(tables('labs').map(({ id, timeZone }) => [id, clockOf(String(timeZone))]));
const dayAt = (labId: unknown, at: number) => zones.get(labId as string)?.format(at);

describe('the city of the demonstration', () => {
  it('is the same for the same seed, and another one for another seed', () => {
    for (const table of ['visits', 'sessions', 'registrations', 'usage_records', 'documents'])
      expect(planned(7).tables(table)).toEqual(tables(table));
    expect(planned(8).tables('visits')).not.toEqual(tables('visits'));
  });

  it('has rows in each table, each with an id of its own', () => {
    for (const [table, rows] of allTables(world)) {
      const ids = [...rows].map(({ id, memberId, usageRecordId }) => usageRecordId ?? id ?? memberId);
      expect([table, ids.length > 0]).toEqual([table, true]);
      if (ids[0] !== undefined) expect([table, new Set(ids).size]).toEqual([table, ids.length]);
    }
  });

  it('has every kind of session, state, audience, visitor and purpose', () => {
    const values = (table: string, column: string) => new Set(tables(table).map((row) => row[column])).size;
    expect(values('sessions', 'kind')).toBe(5);
    expect(values('sessions', 'audience')).toBe(6);
    expect(values('sessions', 'state')).toBe(3);
    expect(values('registrations', 'state')).toBe(3);
    expect(values('visits', 'public')).toBe(7);
    expect(values('visits', 'purpose')).toBe(6);
    expect(values('projects', 'state')).toBeGreaterThan(1);
    expect(new Set(tables('documents').map(({ kind }) => kind))).toEqual(
      new Set(['invoice', 'deposit', 'credit-note', 'deposit-credit', 'quote']),
    );
  });

  it('has no trainer, person or machine at two things at once', () => {
    const sessions = tables('sessions').filter(({ state }) => state !== 'cancelled');
    const byId = new Map(sessions.map((session) => [session.id, session]));
    const taken = tables('registrations')
      .filter(({ state }) => state !== 'cancelled')
      .flatMap(({ memberId, sessionId }) => {
        const session = byId.get(sessionId as string);
        return session ? [{ ...session, memberId: memberId ?? null }] : [];
      });
    expect(overlaps(sessions, 'trainerId')).toEqual([]);
    expect(overlaps(taken, 'memberId')).toEqual([]);
    const runs = tables('runs').map((run) => ({
      ...run,
      fromAt: run.startedAt ?? 0,
      untilAt: run.endedAt ?? 0,
    }));
    expect(overlaps(runs, 'machineId')).toEqual([]);
  });

  it('fills no session above its places, and lets people wait only where it is full', () => {
    for (const { id, capacity } of tables('sessions')) {
      const own = tables('registrations').filter(({ sessionId }) => sessionId === id);
      const registered = own.filter(({ state }) => state === 'registered').length;
      if (capacity !== null) expect(registered).toBeLessThanOrEqual(Number(capacity));
      if (own.some(({ state }) => state === 'waiting')) expect(registered).toBe(capacity);
    }
  });

  it('writes each day as the calendar of the lab has it', () => {
    for (const { labId, at, day } of tables('visits')) expect(dayAt(labId, Number(at))).toBe(day);
    for (const { labId, fromAt, day } of tables('sessions')) expect(dayAt(labId, Number(fromAt))).toBe(day);
    for (const { labId, openedAt, day } of tables('lab_openings'))
      expect(dayAt(labId, Number(openedAt))).toBe(day);
  });

  it('knows nothing of what happens today or later', () => {
    const seen = ['visits', 'lab_openings'].flatMap((table) => tables(table).map(({ day }) => String(day)));
    expect(Math.max(...seen.map((day) => Date.parse(day)))).toBeLessThan(Date.parse(TODAY));
    for (const { day, state } of tables('sessions')) if (String(day) >= TODAY) expect(state).toBe('planned');
    for (const { issuedOn } of tables('documents')) expect(String(issuedOn ?? '') < TODAY).toBe(true);
    const isHeld = new Map(tables('sessions').map(({ id, state }) => [id, state === 'held']));
    for (const { sessionId, attendance } of tables('registrations'))
      if (attendance !== null) expect(isHeld.get(sessionId as string)).toBe(true);
  });

  it('has documents that add up, numbered without gap in the order of their days', () => {
    const series = new Map<string, Row[]>();
    for (const row of tables('documents').filter(({ number }) => number !== null)) {
      const prefix = String(row.number).slice(0, -7);
      series.set(prefix, [...(series.get(prefix) ?? []), row]);
    }
    for (const rows of series.values()) {
      const numbers = rows.map(({ number }) => Number(String(number).slice(-6)));
      expect(numbers).toEqual(rows.map((_, at) => at + 1));
      const days = rows.map(({ issuedOn }) => issuedOn);
      expect([...days].sort()).toEqual(days);
    }
    for (const { netCents, vatCents, grossCents, content } of tables('documents')) {
      if (content === null) continue;
      const { lines, totals } = JSON.parse(String(content));
      const sum = lines.reduce((all: number, line: { netCents: number }) => all + line.netCents, 0);
      expect(totals.linesCents).toBe(sum);
      expect(totals.linesCents - totals.discountCents).toBe(netCents);
      expect(Number(netCents) + Number(vatCents)).toBe(grossCents);
      expect(netCents).toBeGreaterThan(0);
    }
  });

  it('plans no session outside the hours of its lab, and gives machines to each lab', () => {
    for (const { labId, fromAt, untilAt } of tables('sessions')) {
      const lab = world.labs.find(({ id }) => id === labId);
      const clock = new Intl.DateTimeFormat('sv-SE', {
        ...{ timeZone: lab?.zone, dateStyle: 'short', timeStyle: 'short' },
      });
      const [[day = '', begins = ''], [, ends = '']] = [fromAt, untilAt].map((at) =>
        clock.format(Number(at)).split(' '),
      ) as [string[], string[]];
      const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
      const fits = hoursOf(lab ?? { closedFrom: null }, day).some(
        ([opens, closes]) => opens <= minutes(begins) && minutes(ends) <= closes,
      );
      expect([day, begins, ends, fits]).toEqual([day, begins, ends, true]);
    }
    for (const { id, closedFrom } of world.labs) {
      const machines = tables('machines').filter(({ labId }) => labId === id);
      expect(machines.length).toBeGreaterThan(0);
      for (const { retiredAt } of machines) expect(retiredAt !== null).toBe(closedFrom !== null);
    }
  });

  it('has reports of what is over, each presented after its period, and drafts of the rest', () => {
    const convention = { startsOn: '2024-01-01', objectives: [] };
    const [reports, early] = ['2026-11-30', '2027-01-10'].map((today) =>
      plannedReports(convention, ['a', 'b'], today),
    );
    const periods = reports?.map(({ period, labId, presentedOn }) => [period, labId, presentedOn]);
    expect(periods).toEqual([
      ['2024-H2', null, '2025-01-24'],
      ['2025-H1', null, '2025-07-24'],
      ['2025-H2', null, '2026-01-24'],
      ['2025', null, '2026-01-24'],
      ['2026-H1', null, '2026-07-24'],
      ['2026-H2', null, null],
      ['2026-H1', 'a', '2026-07-24'],
      ['2026-H1', 'b', '2026-07-24'],
    ]);
    // Ten days after the end of the half-year, staff still write.
    expect(early?.find(({ period }) => period === '2026-H2')).toMatchObject({ presentedOn: null });
  });

  it('begins four half-years before the one that runs', () => {
    expect(cityDays(Date.parse('2026-11-30T10:00:00Z'))).toMatchObject({
      from: '2024-07-01',
      today: '2026-11-30',
    });
    expect(cityDays(Date.parse('2027-02-01T10:00:00Z'))).toMatchObject({
      from: '2025-01-01',
      to: '2027-03-01',
    });
    // Half past midnight in Paris.
    expect(cityDays(Date.parse('2026-06-30T22:30:00Z'))).toMatchObject({
      from: '2024-07-01',
      today: '2026-07-01',
    });
  });
});
