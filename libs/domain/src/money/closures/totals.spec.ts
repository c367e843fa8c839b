import fc from 'fast-check';
import { closureNumber, daysOf, daysThrough } from './periods';
import {
  addPerpetual,
  addTotals,
  type ClosureTotals,
  NO_PERPETUAL,
  NO_TOTALS,
  totalsOfDocument,
  totalsOfPayment,
} from './totals';

const paper = (kind: 'invoice' | 'credit-note', base: number, vat: number) =>
  totalsOfDocument({
    kind,
    ...{ netCents: base, vatCents: vat, grossCents: base + vat },
    rows: [{ categoryCode: 'S', rateBasisPoints: 2000, baseCents: base, vatCents: vat }],
  });

describe('the totals of a closure', () => {
  it('add documents by kind, VAT by rate with credits taken off, and payments by means', () => {
    const parts = [paper('invoice', 100, 20), paper('invoice', 50, 10), paper('credit-note', 30, 6)];
    const paid = [totalsOfPayment('cash', 70), totalsOfPayment('transfer', 60), totalsOfPayment('cash', -10)];
    const totals = addTotals([...parts, ...paid]);
    expect(totals).toEqual({
      documents: [
        { kind: 'credit-note', count: 1, netCents: 30, vatCents: 6, grossCents: 36 },
        { kind: 'invoice', count: 2, netCents: 150, vatCents: 30, grossCents: 180 },
      ],
      vat: [{ categoryCode: 'S', rateBasisPoints: 2000, baseCents: 120, vatCents: 24 }],
      payments: [
        { means: 'cash', count: 2, inCents: 70, outCents: 10 },
        { means: 'transfer', count: 1, inCents: 60, outCents: 0 },
      ],
      accounts: [],
    });
    expect(addPerpetual({ soldCents: 1000, receivedCents: 5 }, totals)).toEqual({
      soldCents: 1144,
      receivedCents: 125,
    });
  });

  it('leave out a rate of which everything was credited', () => {
    expect(addTotals([paper('invoice', 30, 6), paper('credit-note', 30, 6)]).vat).toEqual([]);
    expect(addTotals([])).toEqual(NO_TOTALS);
    expect(addPerpetual(NO_PERPETUAL, NO_TOTALS)).toEqual(NO_PERPETUAL);
  });

  it('are the same whatever the order and the grouping of the parts', () => {
    const part = fc.oneof(
      fc.tuple(fc.constantFrom('invoice' as const, 'credit-note' as const), fc.nat(1e9), fc.nat(1e6)),
      fc.tuple(fc.constantFrom('cash', 'card'), fc.integer({ min: -1e9, max: 1e9 })),
    );
    const totalsOf = (each: readonly (string | number)[]): ClosureTotals =>
      each.length === 3
        ? paper(each[0] as 'invoice', each[1] as number, each[2] as number)
        : totalsOfPayment(each[0] as string, each[1] as number);
    fc.assert(
      fc.property(fc.array(part), fc.nat(20), (all, cut) => {
        const parts = all.map(totalsOf);
        const whole = addTotals(parts);
        expect(addTotals([...parts].reverse())).toEqual(whole);
        const halves = [addTotals(parts.slice(0, cut)), addTotals(parts.slice(cut))];
        // A row that is zero in one half may have a count in the whole only if its count is not zero: rows are equal.
        expect(addTotals(halves)).toEqual(whole);
        const [first = NO_TOTALS, second = NO_TOTALS] = halves;
        expect(addPerpetual(addPerpetual(NO_PERPETUAL, first), second)).toEqual(
          addPerpetual(NO_PERPETUAL, whole),
        );
      }),
    );
  });
});

describe('the periods of closures', () => {
  it('have their days and numbers', () => {
    expect(daysOf('2028-02')).toEqual({ firstDay: '2028-02-01', lastDay: '2028-02-29' });
    expect(daysOf('2026')).toEqual({ firstDay: '2026-01-01', lastDay: '2026-12-31' });
    expect(daysThrough('2026-12-30', '2027-01-02')).toEqual([
      ...['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02'],
    ]);
    expect(daysThrough('2026-12-30', '2026-12-29')).toEqual([]);
    expect([closureNumber('day', '2026-11-30'), closureNumber('month', '2026-11')]).toEqual([
      ...['J-2026-11-30', 'M-2026-11'],
    ]);
  });
});
