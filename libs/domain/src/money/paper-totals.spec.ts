import { cents } from '@pandafab/shared';
import type { Discount } from './paper';
import { paperTotals } from './paper-totals';
import { taxed } from './testing/papers';

const line = (netCents: number, rate = 2000, kind: 'item' | 'text' | 'subtotal' | 'earlier' = 'item') => ({
  ...{ netCents: cents(netCents), tax: taxed(rate), kind },
});
const tenPercent: Discount = { kind: 'percent', percent: '10', label: 'Remise' };

describe('totals of a document', () => {
  it('sum per rate, then round: three times 0.33 € at 20 % are 0.20 € of VAT, not 0.21 €', () => {
    const { totals } = paperTotals([line(33), line(33), line(33)], []);
    expect(totals).toEqual({ linesCents: 99, discountCents: 0, netCents: 99, vatCents: 20, grossCents: 119 });
  });

  it('have one row per category and rate, the highest rate first', () => {
    const { vat } = paperTotals([line(1_000, 0), line(2_000, 550), line(3_000, 210), line(1, 550)], []);
    expect(vat.map((row) => [row.rateBasisPoints, row.baseCents, row.vatCents])).toEqual([
      [550, 2_001, 110],
      [210, 3_000, 63],
      [0, 1_000, 0],
    ]);
  });

  it('lower the base of each row by its part of the discount before VAT', () => {
    const found = paperTotals([line(10_005), line(5_000, 550)], [tenPercent]);
    expect(found.discounts[0]).toMatchObject({ cents: 1_501, parts: [{ cents: 1_001 }, { cents: 500 }] });
    expect(found.vat.map((row) => [row.baseCents, row.vatCents])).toEqual([
      [9_004, 1_801],
      [4_500, 248],
    ]);
    expect(found.totals).toEqual({
      ...{ linesCents: 15_005, discountCents: 1_501, netCents: 13_504, vatCents: 2_049, grossCents: 15_553 },
    });
  });

  it('count neither texts nor subtotals', () => {
    const { totals } = paperTotals([line(100), line(5, 2000, 'text'), line(100, 2000, 'subtotal')], []);
    expect(totals.linesCents).toBe(100);
  });

  it('take no discount of a deposit that is taken back', () => {
    const { totals } = paperTotals([line(10_000), line(-3_000, 2000, 'earlier')], [tenPercent]);
    expect(totals).toMatchObject({
      linesCents: 7_000,
      discountCents: 1_000,
      netCents: 6_000,
      vatCents: 1_200,
    });
  });

  it('are exactly 0.00 after a deposit of everything, with a row for each rate', () => {
    const { vat, totals } = paperTotals(
      [line(4_153), line(999, 550), line(-4_153, 2000, 'earlier'), line(-999, 550, 'earlier')],
      [],
    );
    expect(vat.map((row) => [row.baseCents, row.vatCents])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(totals.grossCents).toBe(0);
  });
});
