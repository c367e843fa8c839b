import { cents } from '@pandafab/shared';
import { isPart, partOfNet, partOfPercent, restOf, subtractParts } from './part';
import { partOfGross } from './part-gross';
import { rowsByHand } from './testing/papers';

const figures = (found: ReturnType<typeof partOfGross>) => {
  if (!isPart(found)) throw new Error(found.refusal);
  return found.rows.map(({ baseCents, vatCents, departs }) => [baseCents, vatCents, departs]);
};

describe('a deposit of a percentage', () => {
  it('of 30 % is the plain percentage where no cent is lost', () => {
    const agreed = rowsByHand([
      [2000, 100_000],
      [550, 20_000],
    ]);
    expect(figures(partOfPercent(agreed, agreed, '30'))).toEqual([
      [30_000, 6_000, false],
      [6_000, 330, false],
    ]);
  });

  it('departs by a cent where VAT would not add up: 50 % of 0.06 € at 20 %', () => {
    // 0.03 € twice would carry 0.01 € of VAT each, and 0.06 € carries 0.01 € only.
    const agreed = rowsByHand([[2000, 6]]);
    expect(figures(partOfPercent(agreed, agreed, '50'))).toEqual([[2, 0, true]]);
  });

  it('departs by up to 12 cents at 2.1 %, where VAT grows by one cent in 48', () => {
    const agreed = rowsByHand([[210, 70]]);
    expect(agreed[0]?.vatCents).toBe(1);
    // 0.35 € twice would carry 0.01 € each. 0.23 € carries none, and 0.47 € carries 0.01 €.
    expect(figures(partOfPercent(agreed, agreed, '50'))).toEqual([[23, 0, true]]);
  });

  it('of 30 %, then 70 %, leaves nothing', () => {
    for (const total of [10_005, 3_333, 12_347, 99_999]) {
      const agreed = rowsByHand([
        [2000, total],
        [210, total],
      ]);
      const first = partOfPercent(agreed, agreed, '30');
      if (!isPart(first)) throw new Error(first.refusal);
      const left = subtractParts(agreed, [first.rows]);
      const second = partOfPercent(left, agreed, '70');
      if (!isPart(second)) throw new Error(second.refusal);
      expect(restOf(subtractParts(agreed, [first.rows, second.rows])).grossCents).toBe(0);
    }
  });

  it('of 100 % is everything', () => {
    const agreed = rowsByHand([
      [2000, 4_153],
      [0, 999],
    ]);
    expect(figures(partOfPercent(agreed, agreed, '100'))).toEqual([
      [4_153, 831, false],
      [999, 0, false],
    ]);
  });

  it('is never more than what is left, and never nothing', () => {
    const agreed = rowsByHand([[2000, 10_000]]);
    const left = rowsByHand([[2000, 4_000]]);
    expect(partOfPercent(left, agreed, '50')).toEqual({
      refusal: 'moreThanLeft',
      leftNetCents: 4_000,
      leftGrossCents: 4_800,
    });
    expect(partOfPercent(rowsByHand([[2000, 0]]), agreed, '0.01')).toEqual({ refusal: 'nothing' });
  });
});

describe('a deposit of an amount with tax', () => {
  it('is spread over the rates and adds up exactly', () => {
    const agreed = rowsByHand([
      [2000, 100_000],
      [550, 50_000],
    ]);
    const found = partOfGross(agreed, cents(50_001));
    expect(isPart(found) && found.grossCents).toBe(50_001);
    expect(figures(found)).toEqual([
      [28_944, 5_789, false],
      [14_472, 796, false],
    ]);
  });

  it('of 9.99 € at 20 % does not exist: 9.98 € and 10.00 € do', () => {
    expect(partOfGross(rowsByHand([[2000, 100_000]]), cents(999))).toEqual({
      refusal: 'noExactPart',
      below: 998,
      above: 1_000,
    });
  });

  it('has no smaller one where the row is a few cents', () => {
    expect(partOfGross(rowsByHand([[2000, 3]]), cents(2))).toEqual({
      refusal: 'noExactPart',
      below: null,
      above: 4,
    });
  });

  it('of all that is left takes it, of more is refused, and of nothing too', () => {
    const left = rowsByHand([[2000, 999]]);
    expect(figures(partOfGross(left, cents(1_199)))).toEqual([[999, 200, false]]);
    expect(partOfGross(left, cents(1_200))).toMatchObject({ refusal: 'moreThanLeft', leftGrossCents: 1_199 });
    expect(partOfGross(left, cents(0))).toEqual({ refusal: 'nothing' });
  });
});

describe('a stage of a net amount', () => {
  it('is spread over the rows pro rata', () => {
    const left = rowsByHand([
      [2000, 60_000],
      [1000, 40_000],
    ]);
    expect(figures(partOfNet(left, cents(50_000)))).toEqual([
      [30_000, 6_000, false],
      [20_000, 2_000, false],
    ]);
    expect(figures(partOfNet(left, cents(100_000)))).toEqual(figures(restOf(left)));
    expect(partOfNet(left, cents(100_001))).toMatchObject({ refusal: 'moreThanLeft' });
  });
});

describe('what is left', () => {
  it('is the agreed rows minus each part, and can be negative after the order was made smaller', () => {
    const agreed = rowsByHand([[2000, 1_000]]);
    const left = subtractParts(agreed, [
      rowsByHand([[2000, 400]]),
      rowsByHand([
        [2000, 700],
        [1000, 50],
      ]),
    ]);
    expect(left.map((row) => [row.rateBasisPoints, row.baseCents, row.vatCents])).toEqual([
      [2000, -100, -20],
      [1000, -50, -5],
    ]);
  });

  it('says where VAT is not the VAT of the net left, after a deposit was credited', () => {
    const [row] = rowsByHand([[2000, 1_003]]);
    if (!row) throw new Error('no row');
    const left = [{ ...row, vatCents: cents(row.vatCents + 1) }];
    expect(restOf(left).rows[0]).toMatchObject({ vatCents: 201, departs: true });
  });
});
