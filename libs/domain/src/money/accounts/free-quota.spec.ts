import { cents } from '@pandafab/shared';
import fc from 'fast-check';
import { amountUsed, freePartOf, leftOfQuota, QUOTA_MEASURES } from './free-quota';

const use = (net: number, seconds = 3_600, milligrams = 100_000) => ({
  ...{ netCents: cents(net), seconds, milligrams },
});

describe('free use of a month', () => {
  it('covers a whole print while enough is left', () => {
    expect(freePartOf('grams', 100_000, use(500))).toEqual({ amount: 100_000, freeCents: 500, netCents: 0 });
    expect(freePartOf('hours', 7_200, use(500))).toEqual({ amount: 3_600, freeCents: 500, netCents: 0 });
    expect(freePartOf('euros', 800, use(500))).toEqual({ amount: 500, freeCents: 500, netCents: 0 });
  });

  it('leaves the rest of a print to be charged in proportion, rounded once', () => {
    expect(freePartOf('grams', 40_000, use(500))).toEqual({ amount: 40_000, freeCents: 200, netCents: 300 });
    expect(freePartOf('euros', 120, use(500))).toEqual({ amount: 120, freeCents: 120, netCents: 380 });
    expect(freePartOf('hours', 1_200, use(100))).toEqual({ amount: 1_200, freeCents: 33, netCents: 67 });
  });

  it('is nothing without a quota, or once it is used up', () => {
    expect(freePartOf('grams', null, use(500)).netCents).toBe(500);
    expect(freePartOf('grams', 0, use(500)).netCents).toBe(500);
    expect(leftOfQuota({ measure: 'grams', amount: 100 }, 130)).toBe(0);
  });

  it('counts by months of Paris days', () => {});

  it('never gives away more than the price, nor more than is left', () => {
    const measure = fc.constantFrom(...QUOTA_MEASURES);
    const anUse = fc
      .tuple(fc.nat({ max: 90_000 }), fc.double({ min: 0, max: 400_000, noNaN: true }), fc.nat(900_000))
      .map(([net, seconds, milligrams]) => use(net, seconds, milligrams));
    fc.assert(
      fc.property(measure, fc.nat({ max: 500_000 }), anUse, (counted, left, print) => {
        const part = freePartOf(counted, left, print);
        expect(part.freeCents + part.netCents).toBe(print.netCents);
        expect(part.netCents).toBeGreaterThanOrEqual(0);
        expect(part.freeCents).toBeGreaterThanOrEqual(0);
        expect(part.amount).toBeLessThanOrEqual(Math.min(left, amountUsed(counted, print)));
      }),
    );
  });
});
