import { cents } from '@pandafab/shared';
import fc from 'fast-check';
import { type EpcTransfer, epcText } from './epc-text';

const transfer: EpcTransfer = {
  name: 'Association Les Ateliers',
  iban: 'FR76 3000 6000 0112 3456 7890 189',
  bic: 'AGRIFRPP',
  cents: cents(115_820),
  remittance: { text: 'FA-2026-000042' },
};
const linesOf = (changes: Partial<EpcTransfer> = {}) => epcText({ ...transfer, ...changes })?.split('\n');
const amount = (value: number) => linesOf({ cents: value as EpcTransfer['cents'] })?.[7];

describe('the text of a payment code', () => {
  it('has the lines of EPC069-12 in their order', () => {
    expect(linesOf()).toEqual([
      ...['BCD', '002', '1', 'SCT', 'AGRIFRPP', 'Association Les Ateliers'],
      ...['FR7630006000011234567890189', 'EUR1158.20', '', '', 'FA-2026-000042'],
    ]);
  });

  it('ends with the last line that is filled', () => {
    expect(linesOf({ remittance: null })).toHaveLength(8);
    expect(linesOf({ remittance: { text: ' ' } })).toHaveLength(8);
    const lines = linesOf({ remittance: { reference: 'RF18 5390 0754 7034' } });
    expect(lines?.slice(8)).toEqual(['', 'RF18539007547034']);
  });

  it('leaves the line of the BIC empty where there is none', () => {
    expect(linesOf({ bic: null })?.slice(3, 6)).toEqual(['SCT', '', 'Association Les Ateliers']);
  });

  it('writes amounts with a dot and two places', () => {
    expect([1, 10, 100, 123_456_789, 99_999_999_999].map(amount)).toEqual([
      ...['EUR0.01', 'EUR0.10', 'EUR1.00', 'EUR1234567.89', 'EUR999999999.99'],
    ]);
  });

  it.each([0, -1, 1.5, 100_000_000_000, Number.NaN])('is not made for %p cents', (value) => {
    expect(epcText({ ...transfer, cents: value as EpcTransfer['cents'] })).toBeNull();
  });

  it('is not made without a name, an IBAN, or with a reference that is too long', () => {
    expect(linesOf({ name: ' \n' })).toBeUndefined();
    expect(linesOf({ iban: '' })).toBeUndefined();
    expect(linesOf({ remittance: { reference: 'RF18'.padEnd(36, '0') } })).toBeUndefined();
  });

  it('cuts names and texts between characters', () => {
    const name = `${'a'.repeat(69)}🐼`;
    expect(linesOf({ name: `${name}b` })?.[5]).toBe(name);
    expect(linesOf({ name: 'A', remittance: { text: 'b'.repeat(200) } })?.[10]).toBe('b'.repeat(140));
  });

  it('is not made above 331 bytes', () => {
    const wide = { name: '🐼'.repeat(70), remittance: { text: 'é'.repeat(140) } };
    expect(linesOf(wide)).toBeUndefined();
  });

  it('keeps each field on its line, whatever people write', () => {
    const given = fc.record({ name: fc.string({ unit: 'binary' }), text: fc.string({ unit: 'binary' }) });
    fc.assert(
      fc.property(given, ({ name, text }) => {
        const whole = epcText({ ...transfer, name, remittance: { text } });
        if (whole === null) return;
        const lines = whole.split('\n');
        expect(lines.length).toBeLessThanOrEqual(11);
        expect(lines[6]).toBe('FR7630006000011234567890189');
        expect(lines.at(-1)).not.toBe('');
        expect(new TextEncoder().encode(whole).length).toBeLessThanOrEqual(331);
      }),
    );
  });
});
