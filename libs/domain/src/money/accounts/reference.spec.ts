import fc from 'fast-check';
import { accountReference } from './reference';

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const places = fc.array(fc.nat({ max: 30 }), { minLength: 5, maxLength: 5 });
const referenceOf = (drawn: readonly number[]) => {
  const left = [...drawn];
  return accountReference(() => left.shift() ?? 0);
};

describe('the reference of an account', () => {
  it('is PF- and six characters that are not mistaken for one another', () => {
    expect(referenceOf([0, 0, 0, 0, 0])).toBe('PF-222222');
    fc.assert(fc.property(places, (drawn) => /^PF-[2-9A-HJKMNP-Z]{6}$/.test(referenceOf(drawn))));
  });

  it('is no reference any more with one wrong character, or with two exchanged', () => {
    fc.assert(
      fc.property(places, fc.nat({ max: 4 }), fc.nat({ max: 30 }), (drawn, at, other) => {
        const check = (text: readonly number[]) => referenceOf(text).at(-1);
        const wrong = drawn.map((place, each) => (each === at ? other : place));
        expect(check(wrong) === check(drawn)).toBe(other === drawn[at]);
        const exchanged = [...drawn];
        [exchanged[at], exchanged[(at + 1) % 5]] = [drawn[(at + 1) % 5] ?? 0, drawn[at] ?? 0];
        expect(check(exchanged) === check(drawn)).toBe(drawn[at] === drawn[(at + 1) % 5]);
        expect(ALPHABET).toContain(check(drawn));
      }),
    );
  });
});
