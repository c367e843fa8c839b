import { cents } from '@pandafab/shared';
import fc from 'fast-check';
import type { LineTax } from '../paper';
import { basesOf, isSameRow, vatRowOf } from '../vat-rows';
import { type ChargedSum, chargeOf, type NetCharge } from './charge';

const RUNS = { numRuns: Number(process.env.PROPERTY_RUNS ?? 300), seed: 20_261_130 };

const taxed = (rateBasisPoints: number): LineTax => ({
  categoryCode: rateBasisPoints === 0 ? 'E' : 'S',
  rateBasisPoints,
  exemptionCode: null,
  exemptionText: null,
});
const print = (net: number, rate = 2000): NetCharge => ({ netCents: cents(net), tax: taxed(rate) });

/** The sums after a charge. */
const withCharge = (sums: readonly ChargedSum[], { netCents, tax }: NetCharge): ChargedSum[] => {
  const before = sums.find((each) => isSameRow(each, tax))?.netCents ?? 0;
  const others = sums.filter((each) => !isSameRow(each, tax));
  return [...others, { ...tax, netCents: cents(before + netCents) }];
};

/** What the member pays for each print, in order. */
function paid(prints: readonly NetCharge[]): number[] {
  let rows: ChargedSum[] = [];
  return prints.map((each) => {
    const amount = chargeOf(rows, each);
    rows = withCharge(rows, each);
    return amount;
  });
}

/** The total of an invoice of these prints, by the rules of documents. */
const invoiced = (prints: readonly NetCharge[]): number =>
  basesOf(prints.map(({ netCents, tax }) => ({ netCents, tax: taxed(tax.rateBasisPoints) })))
    .map(vatRowOf)
    .reduce((sum, { baseCents, vatCents }) => sum + baseCents + vatCents, 0);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('what a member pays for a print', () => {
  it('follows the VAT of the sum, which is rounded once', () => {
    // Alone, 0.33 € has 0.07 € of VAT; three of them have 0.20 €.
    expect(paid([print(33), print(33), print(33)])).toEqual([40, 39, 40]);
  });

  it('has no tax without a rate', () => {
    expect(paid([print(33, 0), print(33, 0)])).toEqual([33, 33]);
  });

  it('adds up to the invoice of the prints so far, whichever the last one is', () => {
    const charge = fc
      .tuple(fc.integer({ min: 0, max: 5_000 }), fc.constantFrom(2000, 1000, 550, 210, 0))
      .map(([net, rate]) => print(net, rate));
    fc.assert(
      fc.property(fc.array(charge, { maxLength: 12 }), (prints) => {
        const amounts = paid(prints);
        for (let count = 0; count <= prints.length; count += 1)
          expect(sum(amounts.slice(0, count))).toBe(invoiced(prints.slice(0, count)));
        for (const amount of amounts) expect(amount).toBeGreaterThanOrEqual(0);
      }),
      RUNS,
    );
  });
});
