import { cents } from '@pandafab/shared';
import { isPayableLine, lineAmount } from './line-amount';
import type { Discount } from './paper';

const percent = (value: string): Discount => ({ kind: 'percent', percent: value, label: 'Remise' });
const amount = (value: number): Discount => ({ kind: 'amount', cents: cents(value), label: 'Geste' });
const of = (quantity: string, unitPrice: string, discounts: Discount[] = [], basis = 1) =>
  lineAmount({ quantity, unitPrice, basis, discounts });

describe('the amount of a line', () => {
  it.each([
    ['1', '0.505', 51],
    ['-1', '0.505', -51],
    ['1', '0.504999', 50],
    ['3', '0.333333', 100],
    ['0', '12', 0],
    ['0.0001', '0.000001', 0],
    ['1.005', '100', 10_050],
  ])('%s × %s € is %i cents: rounded once, half away from zero', (quantity, unitPrice, netCents) => {
    expect(of(quantity, unitPrice)).toEqual({ discounts: [], netCents });
  });

  it('uses the price of a basis: 182.4 g at 83.40 € per 1000 g are 15.21 €', () => {
    expect(of('182.4', '83.4', [], 1000).netCents).toBe(1_521);
  });

  it('takes a percentage of the line before any discount, in cents once', () => {
    expect(of('10', '9.99', [percent('10'), percent('10')])).toEqual({
      discounts: [
        { label: 'Remise', percent: '10', cents: 999 },
        { label: 'Remise', percent: '10', cents: 999 },
      ],
      netCents: 7_992,
    });
    expect(of('1', '0.05', [percent('50')])).toMatchObject({ discounts: [{ cents: 3 }], netCents: 2 });
  });

  it('mirrors a line that takes back, discounts included', () => {
    const given = of('3', '0.335', [percent('15'), amount(10)]);
    const back = of('-3', '0.335', [percent('15'), amount(10)]);
    expect(back.netCents).toBe(-given.netCents);
    expect(back.discounts.map((one) => one.cents)).toEqual(given.discounts.map((one) => -one.cents));
  });

  it('is never below zero: what discounts have above the line is dropped', () => {
    expect(of('1', '1', [amount(70), amount(70)])).toMatchObject({
      discounts: [{ cents: 70 }, { cents: 30 }],
      netCents: 0,
    });
    expect(of('1', '0.505', [percent('100')])).toMatchObject({ discounts: [{ cents: 51 }], netCents: 0 });
    expect(Object.is(of('-1', '1', [percent('100')]).netCents, 0)).toBe(true);
  });
});

/** quantity × price in cents, in whole numbers only: half a cent away from zero. */
function exactly(tenThousandths: bigint, millionths: bigint): number {
  const product = tenThousandths * millionths;
  const scale = 100_000_000n;
  const size = product < 0n ? -product : product;
  const rounded = (2n * size + scale) / (2n * scale);
  return Number(product < 0n ? -rounded : rounded);
}

const written = (whole: bigint, places: number): string => {
  const digits = (whole < 0n ? -whole : whole).toString().padStart(places + 1, '0');
  return `${whole < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
};

it('quantities of 4 and prices of 6 places are exact, also at half a cent and below zero', () => {
  let seed = 20_261_129n;
  const next = (below: bigint): bigint => {
    seed = (seed * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) % 2n ** 64n;
    return (seed >> 16n) % below;
  };
  for (let at = 0; at < 500; at += 1) {
    const quantity = next(10n ** (1n + next(8n))) - (at % 2 ? 10n ** next(7n) : 0n);
    // Each third price is an odd number of half cents.
    const price = at % 3 ? next(10n ** (1n + next(9n))) : 5_000n * (2n * next(1_000n) + 1n);
    const found = of(written(quantity, 4), written(price, 6)).netCents;
    expect(found === 0 ? 0 : found).toBe(exactly(quantity, price));
  }
  for (const odd of [1n, 3n, 999n, 1_000_001n])
    for (const sign of [1n, -1n])
      expect(of(written(sign * odd * 10_000n, 4), '0.005').netCents).toBe(
        exactly(sign * odd * 10_000n, 5_000n),
      );
});

describe('what fits on a document', () => {
  it.each([
    ['1', '999999999.99', 1, true],
    ['2', '999999999.99', 1, false],
    ['-2', '999999999.99', 1, false],
    ['2', '999999999.99', 1000, true],
    ['x', '1', 1, false],
    ['1', '1', 0, false],
  ])('%s × %s per %i: %s', (quantity, unitPrice, basis, fits) => {
    expect(isPayableLine({ quantity, unitPrice, basis })).toBe(fits);
  });
});
