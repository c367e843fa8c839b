import { Problem } from '../../../api/problem';
import { missingIn } from './missing';
import { atFields, bodyOf, sirenOf, valuesOf } from './values';

// These modules ask the browser for its language when they are loaded.
jest.mock('../../../i18n/i18n', () => ({ currentLanguage: () => 'fr', t: (key: string) => key }));

const MOTIVE = { exemptionCode: 'VATEX-FR-CGI261-7', exemptionText: 'Exonération' };
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

describe('an activity', () => {
  const row = { name: 'atelier', category: 'E', rate: '', exemptionCode: '', exemptionText: '' };
  const missing = (changes: object) => {
    const activities = JSON.stringify([{ ...row, ...changes }]);
    return missingIn({ ...complete, regime: 'split', activities });
  };

  it('is complete with a rate, or with the reason why it is not taxed', () => {
    expect(missing({})).toEqual(['activities']);
    expect(missing(MOTIVE)).toEqual([]);
    expect(missing({ category: 'S' })).toEqual(['activities']);
    expect(missing({ category: 'S', rate: '20' })).toEqual([]);
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

  it('says what documents for clients abroad print: at first the usual sentences', () => {
    const { caseWordings } = bodyOf({ ...complete, exportGoods: '' });
    expect(caseWordings).toMatchObject({ 'eu-goods': expect.stringContaining('262 ter'), export: null });
  });

  it('has the terms with their line breaks, and the logo that was sent before', () => {
    const sent = bodyOf({ ...complete, terms: 'Acompte de 30 %.\n\nLivraison au lab.', logoSha256: 'ab' });
    expect(sent).toMatchObject({ terms: 'Acompte de 30 %.\n\nLivraison au lab.', logoSha256: 'ab' });
    expect(bodyOf(complete)).toMatchObject({ terms: null, logoSha256: null, quoteValidDays: 30 });
  });

  it('gets the errors of the server at the fields of the form', () => {
    const paths = ['siren', 'siret', 'wordings.latePenalty', 'caseWordings.eu-goods', 'vat.activities.x.y'];
    const fields = paths.map((path) => ({ path, message: 'must be short' }));
    const { fields: shown } = atFields(new Problem('REQUEST.INVALID', '', '', fields)) as Problem;
    expect(shown.map(({ path }) => path)).toEqual(['siret', 'latePenalty', 'euGoods', 'activities']);
  });

  it('has each activity with its rate, or why it is exempt', () => {
    const rows = [
      { name: 'impression 3D', category: 'S', rate: '5,5', exemptionCode: '', exemptionText: '' },
      { name: 'formation', category: 'E', rate: '', ...MOTIVE },
      { name: 'export', category: 'G', rate: '', ...MOTIVE },
      { name: ' ', category: 'S', rate: '', exemptionCode: '', exemptionText: '' },
    ];
    const { vat } = bodyOf({ ...complete, regime: 'split', activities: JSON.stringify(rows) });
    expect(vat).toEqual({
      regime: 'split',
      activities: {
        'impression 3D': {
          ...{ categoryCode: 'S', rateBasisPoints: 550, exemptionCode: null, exemptionText: null },
        },
        formation: { categoryCode: 'E', rateBasisPoints: 0, ...MOTIVE },
        export: { categoryCode: 'G', rateBasisPoints: 0, ...MOTIVE },
      },
    });
  });
});
