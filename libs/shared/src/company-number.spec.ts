import { frenchVatNumber, isSiren, isSiret, isVatNumber } from './company-number';

describe('company numbers', () => {
  it.each([
    ['552100554', true],
    ['552100555', false],
    ['55210055', false],
    ['55210055A', false],
    ['552 100 554', false],
  ])('SIREN %s', (siren, valid) => {
    expect(isSiren(siren)).toBe(valid);
  });

  it.each([
    ['55210055400013', true],
    ['55210055400014', false],
    ['5521005540001', false],
    // La Poste: the head office follows Luhn, most offices do not.
    ['35600000000048', true],
    ['35600000049837', true],
    ['35600000049838', false],
  ])('SIRET %s', (siret, valid) => {
    expect(isSiret(siret)).toBe(valid);
  });

  it.each([
    ['FR44732829320', true],
    ['FR45732829320', false],
    ['FR44732829321', false],
    ['FRAB732829320', true],
    ['BE0123456789', true],
    ['be0123456789', false],
    ['12345', false],
  ])('VAT number %s', (vat, valid) => {
    expect(isVatNumber(vat)).toBe(valid);
  });

  it('give the VAT number of a SIREN', () => {
    expect(frenchVatNumber('732829320')).toBe('FR44732829320');
    expect(isVatNumber(frenchVatNumber('552100554'))).toBe(true);
  });
});
