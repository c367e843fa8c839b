import { missingIn } from './missing';
import { bodyOf, sirenOf, valuesOf } from './values';

// These modules ask the browser for its language when they are loaded.
jest.mock('../../../i18n/i18n', () => ({ currentLanguage: () => 'fr', t: (key: string) => key }));

const complete = {
  ...valuesOf(undefined),
  ...{ name: 'Association Les Ateliers', legalForm: 'Association loi 1901', siret: '123 456 782 00010' },
  ...{ addressLine: '1 rue de l’Exemple', postcode: '21000', city: 'Dijon' },
};

describe('what is missing before an invoice', () => {
  it('is the whole identity at first, and then nothing', () => {
    expect(missingIn(valuesOf(undefined))).toEqual([
      ...['name', 'legalForm', 'addressLine', 'postcode', 'city', 'siret'],
    ]);
    expect(missingIn(complete)).toEqual([]);
    expect(missingIn({ ...complete, city: '  ' })).toEqual(['city']);
  });

  it('depends on how VAT is charged', () => {
    expect(missingIn({ ...complete, exemptionText: '' })).toEqual(['exemptionText']);
    expect(missingIn({ ...complete, regime: 'taxable', exemptionText: '', rate: '' })).toEqual(['rate']);
    expect(missingIn({ ...complete, regime: 'split' })).toEqual(['activities']);
  });
});

describe('the seller that is sent', () => {
  it('has the SIREN of its SIRET, and null for what was left empty', () => {
    expect(sirenOf('123 456 782 00010')).toBe('123456782');
    expect(bodyOf(complete)).toMatchObject({
      ...{ siren: '123456782', iban: null, paymentTermDays: 30 },
      vat: { regime: 'franchise', exemptionCode: 'VATEX-FR-FRANCHISE' },
    });
  });

  it('has each activity with its rate, or why it is exempt', () => {
    const rows = [
      { name: 'impression 3D', rate: '5,5', exemptionCode: '', exemptionText: '' },
      { name: 'formation', rate: '', exemptionCode: 'VATEX-FR-CGI261-7', exemptionText: 'Exonération' },
      { name: ' ', rate: '', exemptionCode: '', exemptionText: '' },
    ];
    const { vat } = bodyOf({ ...complete, regime: 'split', activities: JSON.stringify(rows) });
    expect(vat).toEqual({
      regime: 'split',
      activities: {
        'impression 3D': {
          ...{ categoryCode: 'S', rateBasisPoints: 550, exemptionCode: null, exemptionText: null },
        },
        formation: {
          ...{ categoryCode: 'E', rateBasisPoints: 0 },
          ...{ exemptionCode: 'VATEX-FR-CGI261-7', exemptionText: 'Exonération' },
        },
      },
    });
  });
});
