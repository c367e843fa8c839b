import type { Discount } from '@pandafab/domain';
import { cents } from '@pandafab/shared';
import { eurosOf, wholeAmount } from './whole-amount';

const percent = (value: string): Discount => ({ kind: 'percent', percent: value, label: '' });
const amount = (value: number): Discount => ({ kind: 'amount', cents: cents(value), label: '' });

describe('the amount of an order', () => {
  it.each<[string, Discount[], number, number]>([
    ['no discount', [], 0, 1_005],
    ['a percentage, rounded once', [percent('10')], 101, 904],
    ['two, the second on what is left', [percent('50'), percent('50')], 754, 251],
    ['an amount, never more than the whole', [amount(2_000)], 1_005, 0],
  ])('with %s', (_what, discounts, discountCents, netCents) => {
    expect(wholeAmount([1_000, 5], discounts)).toMatchObject({ linesCents: 1_005, discountCents, netCents });
  });

  it('is written in euros for a price', () => {
    expect([0, 5, 450, 99_999_999_999].map(eurosOf)).toEqual(['0.00', '0.05', '4.50', '999999999.99']);
  });
});
