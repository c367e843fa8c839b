import { cents } from '@pandafab/shared';
import fc from 'fast-check';
import { spreadDiscounts } from './document-discounts';
import type { Discount } from './paper';
import { spread } from './spread';
import { taxed } from './testing/papers';

const rows = (...bases: (readonly [number, number])[]) =>
  bases.map(([rate, base]) => ({ tax: taxed(rate), baseCents: cents(base) }));
const percent = (value: string): Discount => ({ kind: 'percent', percent: value, label: 'Remise' });
const amount = (value: number): Discount => ({ kind: 'amount', cents: cents(value), label: 'Geste' });
const partsOf = (...found: ReturnType<typeof spreadDiscounts>) =>
  found.map(({ cents: whole, parts }) => [whole, parts.map((part) => part.cents)]);

describe('discounts of a document', () => {
  it('are spread pro rata; the cent that is missing goes to the largest row', () => {
    // 10 € on 100.01, 100.02 and 100 €: 3.33, 3.33, 3.33, and one cent on the second.
    const found = spreadDiscounts(rows([2000, 10_001], [1000, 10_002], [550, 10_000]), [amount(1_000)]);
    expect(partsOf(...found)).toEqual([[1_000, [333, 334, 333]]]);
  });

  it('put the cent on the first of rows that are equal', () => {
    expect(partsOf(...spreadDiscounts(rows([2000, 100], [1000, 100]), [amount(1)]))).toEqual([[1, [0, 1]]]);
    expect(partsOf(...spreadDiscounts(rows([2000, 100], [1000, 100], [550, 100]), [amount(100)]))).toEqual([
      [100, [34, 33, 33]],
    ]);
  });

  it('are taken one after the other, each of what is left', () => {
    const found = spreadDiscounts(rows([2000, 10_000]), [percent('10'), percent('10'), amount(99_999)]);
    expect(found.map((one) => one.cents)).toEqual([1_000, 900, 8_100]);
  });

  it('leave rows alone that are not positive', () => {
    const found = spreadDiscounts(rows([2000, 10_000], [1000, -2_000]), [percent('10')]);
    expect(partsOf(...found)).toEqual([[800, [800, 0]]]);
    expect(partsOf(...spreadDiscounts(rows([2000, -100]), [percent('10')]))).toEqual([[0, [0]]]);
    expect(spreadDiscounts([], [amount(5)])).toEqual([
      { label: 'Geste', percent: null, cents: 0, parts: [] },
    ]);
  });
});

describe('spread', () => {
  it('never gives more than a row has: the next largest takes it', () => {
    expect(spread(2, [1, 1, 1, 1])).toEqual([0, 0, 1, 1]);
  });

  it('adds up, with each part between nothing and its row, at most a cent per row from the exact share', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
        const total = all.reduce((sum, weight) => sum + weight, 0);
        const whole = Math.floor(total * share);
        const parts = spread(whole, all);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(whole);
        parts.forEach((part, at) => {
          const weight = all[at] ?? 0;
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(weight);
          if (total > 0) expect(Math.abs(part - (whole * weight) / total)).toBeLessThan(all.length);
        });
      }),
    );
  });
});
