import fc from 'fast-check';
import { agedBalance, daysBetween } from './aged-balance';

const due = (dueOn: string, openCents = 100) => ({ dueOn, issuedOn: '2026-01-01', openCents });

describe('an aged balance', () => {
  it('counts from the day after the due day', () => {
    const days = ['2026-12-01', '2026-11-30', '2026-11-29', '2026-10-31', '2026-10-30', '2026-10-01'];
    const older = ['2026-09-30', '2026-09-01', '2026-08-31'];
    expect(
      agedBalance(
        [...days, ...older].map((day) => due(day)),
        '2026-11-30',
      ),
    ).toEqual({
      notDueCents: 200,
      upTo30Cents: 200,
      upTo60Cents: 200,
      upTo90Cents: 200,
      olderCents: 100,
      openCents: 900,
    });
  });

  it('takes a document without a due day as due on its day, and leaves out what was paid too much', () => {
    const documents = [{ dueOn: null, issuedOn: '2026-11-29', openCents: 5 }, due('2026-01-01', -7)];
    expect(agedBalance(documents, '2026-11-30')).toMatchObject({ upTo30Cents: 5, openCents: 5 });
  });

  it('has columns that add up to what is open', () => {
    const day = fc.integer({ min: 0, max: 700 }).map((at) => new Date(Date.UTC(2025, 0, 1 + at)));
    const document = fc.record({ day, cents: fc.integer({ min: 1, max: 1e9 }) });
    fc.assert(
      fc.property(fc.array(document), day, (all, today) => {
        const open = all.map(({ day: at, cents }) => due(at.toISOString().slice(0, 10), cents));
        const { openCents, ...columns } = agedBalance(open, today.toISOString().slice(0, 10));
        expect(Object.values(columns).reduce((sum, cents) => sum + cents, 0)).toBe(openCents);
        expect(openCents).toBe(all.reduce((sum, { cents }) => sum + cents, 0));
      }),
    );
  });

  it('counts days over the change of the clock', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2);
  });
});
