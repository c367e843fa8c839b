import {
  centsOfEuros,
  discountsOf,
  eurosOfCents,
  plainDecimal,
  shownDecimal,
  textOfDiscounts,
} from './numbers';

describe('plainDecimal', () => {
  it.each([
    ['12,5', '12.5'],
    ['1 234,50 €', '1234.50'],
    ['1\u202f234,50', '1234.50'],
    ['1.234,50', '1234.50'],
    ['1,234.50', '1234.50'],
    ['−3', '-3'],
    ['0,0834', '0.0834'],
  ])('reads %s', (typed, plain) => expect(plainDecimal(typed)).toBe(plain));

  it.each(['', 'douze', '1,2,3', '12h', '1,'])('refuses “%s”', (typed) =>
    expect(plainDecimal(typed)).toBeUndefined(),
  );
});

describe('euros and cents', () => {
  it('converts without floats', () => {
    expect(centsOfEuros('0,1')).toBe(10);
    expect(centsOfEuros('1234,56')).toBe(123_456);
    expect(centsOfEuros('-5')).toBe(-500);
    expect(centsOfEuros('0,125')).toBeUndefined();
    expect(eurosOfCents(5)).toBe('0.05');
    expect(eurosOfCents(-1050)).toBe('-10.50');
  });

  it('shows decimals as the language does', () => {
    expect(shownDecimal('83.4', 'fr')).toBe('83,4');
    expect(shownDecimal('83.4', 'en')).toBe('83.4');
  });
});

describe('discounts', () => {
  it('reads percentages and amounts, and keeps the labels of those that were there', () => {
    expect(discountsOf('10 % + 5,00', ['Fidélité'], 'Remise')).toEqual([
      { kind: 'percent', percent: '10', label: 'Fidélité' },
      { kind: 'amount', cents: 500, label: 'Remise' },
    ]);
    expect(discountsOf(' ', [], 'Remise')).toEqual([]);
    expect(discountsOf('beaucoup', [], 'Remise')).toBeUndefined();
  });

  it('writes what it reads', () => {
    const discounts = [
      { kind: 'percent', percent: '12.5' } as const,
      { kind: 'amount', cents: 500 } as const,
    ];
    expect(textOfDiscounts(discounts, 'fr')).toBe('12,5\u00a0% + 5,00');
    expect(textOfDiscounts(discounts, 'en')).toBe('12.5% + 5.00');
  });
});
