import fc from 'fast-check';
import { isRf, rfReference } from './rf-reference';

describe('the creditor reference of a document', () => {
  it('has the check digits of ISO 11649', () => {
    expect(rfReference('FA-2026-000012')).toMatch(/^RF\d\dFA2026000012$/);
    expect(isRf(rfReference('FA-2026-000012'))).toBe(true);
    expect(rfReference('539007547034')).toBe('RF18539007547034');
  });

  it('is checked, with or without spaces', () => {
    expect(isRf('RF18 5390 0754 7034')).toBe(true);
    expect(isRf('rf18539007547034')).toBe(true);
    for (const wrong of ['RF19539007547034', 'RF18', '18539007547034', 'RF18539007547034539007547034'])
      expect(isRf(wrong)).toBe(false);
  });

  it('shows each changed character', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), fc.nat({ max: 11 }), (counter, at) => {
        const reference = rfReference(`FA-2026-${String(counter).padStart(6, '0')}`);
        const place = 4 + at;
        const other = reference[place] === '7' ? '3' : '7';
        expect(isRf(reference.slice(0, place) + other + reference.slice(place + 1))).toBe(false);
      }),
    );
  });

  it('is refused for a number that is too long', () => {
    expect(() => rfReference('A'.repeat(22))).toThrow(RangeError);
    expect(() => rfReference('-')).toThrow(RangeError);
  });
});
