import fc from 'fast-check';
import { canonicalText } from './canonical-text';

describe('the text of a frozen report', () => {
  it('says the same as JSON, whatever the order of the names', () => {
    expect(canonicalText({ b: [1, null, 'é'], a: { d: 43.8, c: undefined } })).toBe(
      '{"a":{"d":43.8},"b":[1,null,"é"]}',
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const text = canonicalText(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalText(turned)).toBe(text);
      }),
    );
  });

  it('has no numbers that JSON lacks', () => {
    expect(() => canonicalText({ a: Number.NaN })).toThrow('no JSON');
  });
});
