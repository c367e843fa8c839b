import { cents } from '@pandafab/shared';
import fc from 'fast-check';
import { type LateDocument, latePenalty, type PenaltyRates } from './late-penalty';

const RATES: PenaltyRates = {
  inForceFrom: '2026-01-01',
  ...{ businessBasisPoints: 1215, publicBodyBasisPoints: 1015, indemnityCents: cents(4000) },
};
const late: LateDocument = {
  clientKind: 'business',
  ...{ dueOn: '2026-03-31', owedCents: 100_000, settled: [] },
};
const penaltyOn = (day: string, changes: Partial<LateDocument> = {}, rates = [RATES]) =>
  latePenalty({ ...late, ...changes }, rates, day);

/** Days since 1 January 2026 as a day. */
const dayAt = (offset: number): string => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10);

describe('the penalty of a late document', () => {
  it('begins the day after the due date', () => {
    expect(penaltyOn('2026-03-31')).toBeNull();
    // 1000 € × 12.15 % ÷ 365 = 0.332… €
    expect(penaltyOn('2026-04-01')).toEqual({ penaltyCents: 33, indemnityCents: 4000, basisPoints: 1215 });
    // 30 days: 9.986… €
    expect(penaltyOn('2026-04-30')?.penaltyCents).toBe(999);
  });

  it('is lower for a public body, and there is none for a private person', () => {
    expect(penaltyOn('2026-04-30', { clientKind: 'public-body' })?.penaltyCents).toBe(834);
    expect(penaltyOn('2026-04-30', { clientKind: 'person' })).toBeNull();
  });

  it('counts what was open on each day', () => {
    const settled = [{ day: '2026-04-10', cents: 60_000 }];
    // 10 days of 1000 € and 20 of 400 €: 3.328… + 2.663… €
    expect(penaltyOn('2026-04-30', { settled })?.penaltyCents).toBe(599);
    const takenBack = [...settled, { day: '2026-04-20', cents: -60_000 }];
    expect(penaltyOn('2026-04-30', { settled: takenBack })?.penaltyCents).toBe(799);
  });

  it('is none for a document that was paid in time', () => {
    expect(penaltyOn('2026-06-01', { settled: [{ day: '2026-03-31', cents: 100_000 }] })).toBeNull();
  });

  it('takes a new rate from its day on', () => {
    const second = { ...RATES, inForceFrom: '2026-04-16', businessBasisPoints: 2430 };
    // 15 days at 12.15 %, 15 at 24.30 %
    expect(penaltyOn('2026-04-30', {}, [second, RATES])).toMatchObject({
      ...{ penaltyCents: 1498, basisPoints: 2430 },
    });
  });

  it('is none without a rate', () => {
    expect(penaltyOn('2026-04-30', {}, [])).toBeNull();
    expect(penaltyOn('2026-04-30', {}, [{ ...RATES, businessBasisPoints: null }])).toBeNull();
  });

  it('is the sum of its days, whatever was paid and whenever the rate changed', () => {
    const part = fc.record({
      at: fc.integer({ min: 0, max: 300 }),
      cents: fc.integer({ min: -50_000, max: 90_000 }),
    });
    const rate = fc.record({
      at: fc.integer({ min: 0, max: 300 }),
      points: fc.integer({ min: 0, max: 3000 }),
    });
    const story = fc.record({
      dueAt: fc.integer({ min: 0, max: 100 }),
      todayAt: fc.integer({ min: 101, max: 310 }),
      owed: fc.integer({ min: 1, max: 5_000_000 }),
      parts: fc.array(part, { maxLength: 6 }),
      rates: fc.uniqueArray(rate, { maxLength: 4, selector: ({ at }) => at }),
    });
    fc.assert(
      fc.property(story, ({ dueAt, todayAt, owed, parts, rates }) => {
        const versions = [{ at: -1, points: 1000 }, ...rates].sort((a, b) => a.at - b.at);
        let sum = 0n;
        for (let day = dueAt + 1; day <= todayAt; day += 1) {
          const paid = parts.filter(({ at }) => at < day).reduce((total, each) => total + each.cents, 0);
          const points = versions.filter(({ at }) => at <= day).at(-1)?.points ?? 0;
          sum += BigInt(Math.max(0, owed - paid)) * BigInt(points);
        }
        const expected = Number((sum * 2n + 3_650_000n) / 7_300_000n);
        const document = { ...late, dueOn: dayAt(dueAt), owedCents: owed };
        const settled = parts.map(({ at, cents: moved }) => ({ day: dayAt(at), cents: moved }));
        const settings = versions.map(({ at, points }) => {
          return { ...RATES, inForceFrom: dayAt(at), businessBasisPoints: points };
        });
        const found = latePenalty({ ...document, settled }, settings, dayAt(todayAt));
        const inTime = parts.filter(({ at }) => at <= dueAt).reduce((total, each) => total + each.cents, 0);
        if (owed - inTime <= 0) expect(found).toBeNull();
        else expect(found?.penaltyCents).toBe(expected);
      }),
    );
  });
});
