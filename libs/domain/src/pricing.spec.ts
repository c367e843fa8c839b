import { sumCents } from '@pandafab/shared';
import fc from 'fast-check';
import {
  amountOf,
  type CategoryRates,
  priceUsage,
  TARIFF_GROUPS,
  type TariffVersion,
  tariffGroupOf,
} from './pricing';

const rates: CategoryRates = {
  free: false,
  machineHourCents: 250,
  materials: { PLA: { unitPriceCents: 8_340, basisGrams: 1000 } },
  otherMaterials: { unitPriceCents: 10_000, basisGrams: 1000 },
  setUpFeeCents: 100,
  minimumCents: 0,
};
const tariff = (change: Partial<CategoryRates> = {}): TariffVersion => ({
  currency: 'EUR',
  categories: {
    resident: { ...rates, ...change, free: true },
    member: { ...rates, ...change },
    student: { ...rates, ...change },
    school: { ...rates, ...change },
    organisation: { ...rates, ...change },
  },
});

const centsAmount = fc.nat({ max: 100_000 });
const price = fc.record({ unitPriceCents: centsAmount, basisGrams: fc.constantFrom(1, 100, 1000) });
const anyTariff = fc
  .record({
    machineHourCents: centsAmount,
    otherMaterials: price,
    setUpFeeCents: centsAmount,
    minimumCents: centsAmount,
  })
  .map(tariff);
const anyUsage = fc.record({
  category: fc.constantFrom(...TARIFF_GROUPS),
  seconds: fc.double({ min: 0, max: 400_000, noNaN: true }),
  materials: fc.array(
    fc.record({ material: fc.constantFrom('PLA', 'PETG'), milligrams: fc.nat({ max: 9_999_999 }) }),
    { maxLength: 3 },
  ),
});

describe('priceUsage', () => {
  it('prices set-up, machine time and grams by a price for 1000 g', () => {
    const priced = priceUsage(tariff(), {
      category: 'organisation',
      seconds: 5_400,
      materials: [{ material: 'pla', milligrams: 182_374 }],
    });
    expect(priced.lines.map(({ code, quantity, unit, amountCents }) => [code, quantity, unit, amountCents]))
      // 182.374 g at 83.40 € per 1000 g is 15.21 €; a gram price rounded to 0.08 € would give 14.59 €.
      .toEqual([
        ['SET_UP', '1', 'C62', 100],
        ['MACHINE_TIME', '1.5', 'HUR', 375],
        ['MATERIAL', '182.374', 'GRM', 1_521],
      ]);
    expect(priced.valueCents).toBe(1_996);
    expect(priced.chargedCents).toBe(1_996);
  });

  it('values a resident’s print and charges nothing', () => {
    const usage = { seconds: 3_600, materials: [{ material: 'PLA', milligrams: 10_000 }] };
    const member = priceUsage(tariff(), { ...usage, category: 'member' });
    const resident = priceUsage(tariff(), { ...usage, category: 'resident' });
    expect(resident).toEqual({ ...member, chargedCents: 0 });
    expect(resident.valueCents).toBe(433);
  });

  it('adds a separate line up to the minimum', () => {
    const priced = priceUsage(tariff({ minimumCents: 500 }), {
      category: 'member',
      seconds: 60,
      materials: [{ material: 'PETG', milligrams: 1_000 }],
    });
    expect(priced.valueCents).toBe(500);
    expect(priced.lines.at(-1)).toMatchObject({ code: 'MINIMUM', amountCents: 386 });
  });

  it('adds up: the value is the sum of the lines, each recomputed from its printed figures', () => {
    fc.assert(
      fc.property(anyTariff, anyUsage, (version, usage) => {
        const { lines, valueCents, chargedCents } = priceUsage(version, usage);
        expect(sumCents(lines.map(({ amountCents }) => amountCents))).toBe(valueCents);
        for (const { quantity, unitPriceCents, basis, amountCents } of lines) {
          expect(amountOf(quantity, unitPriceCents, basis)).toBe(amountCents);
          expect(quantity).toMatch(/^\d+(\.\d{1,4})?$/);
        }
        expect(chargedCents).toBe(usage.category === 'resident' ? 0 : valueCents);
        expect(valueCents).toBeGreaterThanOrEqual(version.categories[usage.category].minimumCents);
      }),
    );
  });

  it('never costs less for more', () => {
    fc.assert(
      fc.property(anyTariff, anyUsage, fc.nat({ max: 1_000_000 }), (version, usage, more) => {
        const longer = { ...usage, seconds: usage.seconds + more };
        expect(priceUsage(version, longer).valueCents).toBeGreaterThanOrEqual(
          priceUsage(version, usage).valueCents,
        );
      }),
    );
  });
});

describe('tariffGroupOf', () => {
  it.each([
    ['resident', 200, 199, 'resident'],
    ['resident', 200, 200, 'member'],
    ['resident', null, 150, 'member'],
    ['student', 200, 150, 'resident'],
    ['student', null, 150, 'student'],
    ['organisation', null, 150, 'member'],
  ] as const)(
    'registered as %s, proof valid until %j, is at %d priced as %s',
    (tariff, until, at, priced) => {
      expect(tariffGroupOf({ tariff, residencyValidUntil: until }, at)).toBe(priced);
    },
  );
});
