import type { MachineId } from '@pandafab/shared';
import fc from 'fast-check';
import { learnClearing, learnPace, ORDINARY_CLEARING_MS, type PrintTimes, paceFrom } from './learnt';

const [one, other] = ['one', 'other'] as MachineId[] as [MachineId, MachineId];
const times = (change: Partial<PrintTimes> = {}): PrintTimes => ({
  ...{ machineId: one, plastic: 'PLA', prints: 95, seconds: 95 * 1_200, expectedSeconds: 95 * 1_000 },
  ...change,
});

describe('learnt print times', () => {
  it('believe many prints, and little of a few', () => {
    expect(learnPace([times()])[0]?.factor).toBeCloseTo(1.2, 1);
    const few = times({ prints: 1, seconds: 2_000, expectedSeconds: 1_000 });
    expect(learnPace([few])[0]?.factor).toBeLessThan(1.4);
  });

  it('believe of a plastic without prints what its machine does, and of a machine without prints that it is exact', () => {
    const pace = paceFrom([times()]);
    expect(pace(one, 'PETG')).toBeCloseTo(1.19, 2);
    expect(pace(other, 'PLA')).toBe(1);
  });

  it('are a half to twice as expected, whatever was measured', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 1_000 }),
        fc.double({ min: 0, max: 1e9, noNaN: true }),
        fc.double({ min: 0.1, max: 1e9, noNaN: true }),
        (prints, seconds, expectedSeconds) => {
          const factor = learnPace([times({ prints, seconds, expectedSeconds })])[0]?.factor ?? Number.NaN;
          expect(factor).toBeGreaterThanOrEqual(0.5);
          expect(factor).toBeLessThanOrEqual(2);
        },
      ),
    );
  });
});

describe('the time until a bed is cleared', () => {
  const hourOf = (at: number) => Math.floor(at / 3_600_000) % 24;

  it('is twenty minutes as long as nothing is known', () => {
    expect(learnClearing([], hourOf)).toEqual(
      Array.from({ length: 24 }, () => ({ beds: 0, ms: ORDINARY_CLEARING_MS })),
    );
  });

  it('is learnt by hour, and a forgotten bed counts four hours at most', () => {
    const noon = Array.from({ length: 45 }, () => ({ from: 12 * 3_600_000, ms: 3_600_000 }));
    const learnt = learnClearing([...noon, { from: 15 * 3_600_000, ms: 90 * 3_600_000 }], hourOf);
    expect(learnt[12]?.beds).toBe(45);
    expect((learnt[12]?.ms ?? 0) / 60_000).toBeCloseTo(60, 0);
    expect(learnt[15]?.ms).toBeLessThan(2 * 3_600_000);
    expect(learnt[9]?.ms).toBeGreaterThan(50 * 60_000);
  });
});
