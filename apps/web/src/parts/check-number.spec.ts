import { type CheckedNumber, checkNumber } from './check-number';

describe('a number that is typed', () => {
  it.each<[CheckedNumber, string, string]>([
    ['siret', '', 'empty'],
    ['siret', '732 829 320', 'short'],
    ['siret', '732 829 320 00074', 'right'],
    ['siret', '732 829 320 00075', 'wrong'],
    ['siret', '732 829 320 000741', 'wrong'],
    ['siren', '732829320', 'right'],
    ['siren', '73282932a', 'wrong'],
    ['vatNumber', 'fr44 732 829 320', 'right'],
    ['vatNumber', 'FR4473282932', 'short'],
    ['vatNumber', 'FR45732829320', 'wrong'],
    ['vatNumber', 'BE0123456789', 'right'],
    ['iban', 'FR76 3000 6000 0112', 'short'],
    ['iban', 'FR76 3000 6000 0112 3456 7890 189', 'right'],
    ['iban', 'FR76 3000 6000 0112 3456 7890 188', 'wrong'],
    ['bic', 'AGRIFRPP', 'right'],
    ['bic', 'AGRIFRPP8', 'short'],
    ['rna', 'W212000000', 'right'],
  ])('as %s: “%s” is %s', (kind, typed, expected) => {
    expect(checkNumber(kind, typed)).toBe(expected);
  });
});
