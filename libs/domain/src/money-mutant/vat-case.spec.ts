import type { LineNature } from './paper';
import { lineTaxOf, type TaxedClient, type TaxSettings, type VatCase, vatCaseOf } from './vat-case';

const client = (
  kind: TaxedClient['kind'],
  countryCode: string,
  vatNumber: string | null = null,
): TaxedClient => ({
  ...{ kind, countryCode, vatNumber },
});

describe('the VAT case of a line', () => {
  const cases: [string, LineNature, TaxedClient, VatCase][] = [
    ['a French business', 'services', client('business', 'FR', 'FR1'), 'domestic'],
    ['a public body', 'goods', client('public-body', 'FR'), 'domestic'],
    ['a business in Monaco', 'goods', client('business', 'MC', 'FR2'), 'domestic'],
    ['a service to a German business', 'services', client('business', 'DE', 'DE1'), 'eu-services'],
    ['goods to a German business', 'goods', client('business', 'DE', 'DE1'), 'eu-goods'],
    ['goods to Northern Ireland', 'goods', client('business', 'XI', 'XI1'), 'eu-goods'],
    ['a German business without VAT number', 'goods', client('business', 'DE'), 'domestic'],
    ['a person in Germany', 'goods', client('person', 'DE'), 'domestic'],
    ['goods to a Swiss business', 'goods', client('business', 'CH'), 'export'],
    ['goods to a person in Switzerland', 'goods', client('person', 'CH'), 'export'],
    ['a service to a Swiss business', 'services', client('business', 'CH'), 'outside-scope'],
    ['a service to a person in Switzerland', 'services', client('person', 'CH'), 'domestic'],
  ];
  it.each(cases)('%s', (_, nature, buyer, expected) => expect(vatCaseOf(nature, buyer, null)).toBe(expected));

  it('is what staff chose, if they did', () => {
    expect(vatCaseOf('services', client('business', 'FR'), 'subcontracting')).toBe('subcontracting');
    expect(vatCaseOf('goods', client('business', 'DE', 'DE1'), 'domestic')).toBe('domestic');
  });
});

describe('the tax of a line', () => {
  const settings: TaxSettings = {
    vat: { regime: 'taxable', rateBasisPoints: 2000 },
    caseWordings: {
      'eu-services': 'Autoliquidation',
      subcontracting: 'Autoliquidation, article 283-2 du CGI',
    },
  };
  const german = client('business', 'DE', 'DE1');

  it('is the tax of the activity in France', () => {
    expect(lineTaxOf(settings, 'video', 'services', client('person', 'FR'), null)).toMatchObject({
      ...{ categoryCode: 'S', rateBasisPoints: 2000 },
    });
  });

  it.each([
    ['services', null, 'AE', 'VATEX-EU-AE', 'Autoliquidation'],
    ['services', 'subcontracting', 'AE', 'VATEX-FR-AE', 'Autoliquidation, article 283-2 du CGI'],
    ['goods', null, 'K', 'VATEX-EU-IC', null],
    ['goods', 'export', 'G', 'VATEX-EU-G', null],
    ['services', 'outside-scope', 'O', 'VATEX-EU-O', null],
  ] as const)(
    'has code and wording of the case: %s, %s',
    (nature, forced, categoryCode, exemptionCode, exemptionText) => {
      expect(lineTaxOf(settings, 'video', nature, german, forced)).toEqual({
        ...{ categoryCode, rateBasisPoints: 0, exemptionCode, exemptionText },
      });
    },
  );

  it('is left to a person where the activity is not known', () => {
    const split: TaxSettings = { vat: { regime: 'split', activities: {} } };
    expect(lineTaxOf(split, 'video', 'services', client('person', 'FR'), null)).toBeUndefined();
  });
});
