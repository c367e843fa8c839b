import { meaningsOf } from './meaning';
import { copiedToAll, GROUPS, materialsOf, type Rates, type RateValues, ratesOf, valuesOf } from './rates';

// These modules ask the browser for its language when they are loaded.
jest.mock('../../../i18n/i18n', () => ({ currentLanguage: () => 'fr', t: (key: string) => key }));

const perKilogram = (unitPriceCents: number) => ({ unitPriceCents, basisGrams: 1000 });
const group = {
  ...{ free: false, machineHourCents: 250, setUpFeeCents: 100, minimumCents: 0 },
  materials: { PLA: perKilogram(8340) },
  otherMaterials: { unitPriceCents: 834, basisGrams: 100 },
};
const rates: Rates = {
  currency: 'EUR',
  categories: {
    resident: { ...group, free: true },
    ...{ member: group, student: { ...group, machineHourCents: 125 }, school: group, organisation: group },
  },
};

describe('the fields of a tariff', () => {
  it('show prices in euros, and those of material for a kilogram', () => {
    expect(valuesOf(rates)).toMatchObject({
      ...{ material0: 'PLA', material1: '', member_hour: '2,50', member_setUp: '1,00' },
      ...{ member_material0: '83,40', member_other: '83,40', resident_free: true, member_free: false },
    });
  });

  it('give the same prices again when nothing is touched, also those of another quantity than a kilogram', () => {
    expect(ratesOf(valuesOf(rates), rates)).toEqual(rates);
  });

  it('become whole cents, and a material without a price is left out', () => {
    const typed: RateValues = {
      ...valuesOf(rates),
      ...{ member_hour: '3', member_other: '90,5', material1: 'PETG', school_material1: '75.20' },
    };
    const { member, school } = ratesOf(typed, rates).categories;
    expect(member).toMatchObject({ machineHourCents: 300, otherMaterials: perKilogram(9050) });
    expect(Object.keys(member?.materials ?? {})).toEqual(['PLA']);
    expect(school?.materials).toEqual({ PLA: perKilogram(8340), PETG: perKilogram(7520) });
  });

  it.each(['', 'deux', '-1', '2,505', '10000000'])('refuse “%s” as a price, and name the field', (hour) => {
    const typed = { ...valuesOf(rates), student_hour: hour };
    expect(() => ratesOf(typed, rates)).toThrow(
      expect.objectContaining({ fields: [expect.objectContaining({ path: 'student_hour' })] }),
    );
  });

  it('copy the prices of one group to all, but not who prints for free', () => {
    const typed = { ...valuesOf(undefined), resident_hour: '2', resident_other: '50' };
    const copied = ratesOf({ ...typed, ...copiedToAll(typed, 'resident') }, undefined).categories;
    expect(GROUPS.map((name) => copied[name]?.machineHourCents)).toEqual([200, 200, 200, 200, 200]);
    expect(GROUPS.filter((name) => copied[name]?.free)).toEqual(['resident']);
  });

  it('have room for more materials than the tariff names', () => {
    expect(materialsOf(rates)).toEqual(['PLA']);
    expect(Object.keys(valuesOf(rates)).filter((name) => /^material\d+$/.test(name))).toHaveLength(5);
  });
});

it('says the prices once for groups that have the same', () => {
  const words = (key: string, values: object) => `${key} ${Object.values(values).join(' ')}`;
  const meanings = meaningsOf(rates, words as unknown as Parameters<typeof meaningsOf>[1]);
  expect(meanings.map(({ groups }) => groups)).toEqual([
    ['resident'],
    ['member', 'school', 'organisation'],
    ['student'],
  ]);
});
