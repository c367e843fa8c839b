import { inFours, isBic, isIban, isRna } from './bank-number';

describe('an IBAN', () => {
  it.each(['FR7630006000011234567890189', 'DE89370400440532013000', 'FR1420041010050500013M02606'])(
    'such as %s is accepted',
    (iban) => expect(isIban(iban)).toBe(true),
  );

  it.each([
    'FR7630006000011234567890188',
    'FR7630006000011234567809189',
    'FR76',
    '7630006000011234567890189',
  ])('such as %s is refused', (iban) => expect(isIban(iban)).toBe(false));

  it('is written in groups of four', () => {
    expect(inFours('FR7630006000011234567890189')).toBe('FR76 3000 6000 0112 3456 7890 189');
    expect(inFours('NO9386011117947')).toBe('NO93 8601 1117 947');
  });
});

describe('other numbers of a seller', () => {
  it('are a BIC of 8 or 11 characters', () => {
    expect(['AGRIFRPP', 'AGRIFRPP812'].map(isBic)).toEqual([true, true]);
    expect(['AGRIFRP', 'AGRIFRPP81', '1GRIFRPP'].map(isBic)).toEqual([false, false, false]);
  });

  it('are a W and nine characters for an association', () => {
    expect(['W212000000', 'W2A1000123'].map(isRna)).toEqual([true, true]);
    expect(['212000000', 'W21200000', 'W21200000X'].map(isRna)).toEqual([false, false, false]);
  });
});
