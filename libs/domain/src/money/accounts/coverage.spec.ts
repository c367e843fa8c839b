import { cents } from '@pandafab/shared';
import fc from 'fast-check';
import { availableOf, coverageOf, coveredNow } from './coverage';

const account = (balance: number, { allowance = 0, reserved = 0 } = {}) => ({
  balanceCents: cents(balance),
  allowanceCents: cents(allowance),
  reservedCents: cents(reserved),
});
const needs = (...amounts: number[]) => amounts.map((amount) => ({ neededCents: cents(amount) }));

describe('what an account covers', () => {
  it('is 3.20 of 4.10 € with 5 € of which 1.80 € are reserved', () => {
    expect(coverageOf(account(500, { reserved: 180 }), cents(410))).toEqual({
      ...{ neededCents: 410, coveredCents: 320, missingCents: 90, fits: false },
    });
  });

  it('is everything down to the allowance, to the cent', () => {
    expect(coverageOf(account(0, { allowance: 410 }), cents(410)).fits).toBe(true);
    expect(coverageOf(account(0, { allowance: 409 }), cents(410)).missingCents).toBe(1);
  });

  it('is nothing, and never less, of an account below its limit', () => {
    expect(coverageOf(account(-700), cents(410))).toMatchObject({ coveredCents: 0, missingCents: 410 });
    expect(coverageOf(account(-700), cents(0)).fits).toBe(true);
  });
});

describe('prints that wait for money', () => {
  it('are paid from the oldest on; a smaller one may pass one that does not fit', () => {
    const [, second] = needs(900, 300, 300);
    expect(coveredNow(account(500), needs(900, 300, 300))).toEqual([second]);
  });

  it('never take more than is available', () => {
    const amounts = fc.array(fc.nat({ max: 2_000 }), { maxLength: 20 });
    const anAccount = fc
      .tuple(fc.integer({ min: -2_000, max: 9_000 }), fc.nat({ max: 3_000 }), fc.nat({ max: 3_000 }))
      .map(([balance, allowance, reserved]) => account(balance, { allowance, reserved }));
    fc.assert(
      fc.property(anAccount, amounts, (holder, prices) => {
        const covered = coveredNow(holder, needs(...prices));
        const taken = covered.reduce((sum, { neededCents }) => sum + neededCents, 0);
        expect(taken).toBeLessThanOrEqual(Math.max(0, availableOf(holder)));
        // All of them are paid where the money is enough for all.
        const wanted = prices.reduce((sum, price) => sum + price, 0);
        if (wanted <= availableOf(holder)) expect(covered).toHaveLength(prices.length);
      }),
    );
  });
});
