import { type Cents, cents, type Instant, type Milligrams, roundToCents, sumCents } from '@pandafab/shared';
import Big from 'big.js';

/** The categories of prices. A member is `resident` only while the proof of residence is valid. */
export const TARIFF_GROUPS = ['resident', 'member', 'student', 'school', 'organisation'] as const;
export type TariffGroup = (typeof TARIFF_GROUPS)[number];

/** A price of material, such as 8340 cents for 1000 g: never a rounded price of one gram. */
export interface MaterialPrice {
  readonly unitPriceCents: number;
  readonly basisGrams: number;
}

export interface CategoryRates {
  /** Free access: usage is valued at these rates and charged nothing. */
  readonly free: boolean;
  readonly machineHourCents: number;
  /** By material name; `otherMaterials` for all others. */
  readonly materials: Readonly<Record<string, MaterialPrice>>;
  readonly otherMaterials: MaterialPrice;
  readonly setUpFeeCents: number;
  /** The minimum price of one print. */
  readonly minimumCents: number;
}

/** A frozen tariff: a changed price is a new version. */
export interface TariffVersion {
  readonly currency: 'EUR';
  readonly categories: Readonly<Record<TariffGroup, CategoryRates>>;
}

export interface Usage {
  readonly category: TariffGroup;
  readonly seconds: number;
  readonly materials: readonly { readonly material: string; readonly milligrams: Milligrams }[];
}

/** Codes of UN/ECE Recommendation 20, as electronic invoices want them: piece, hour, day, gram, kilogram. */
export const UNITS = ['C62', 'HUR', 'DAY', 'GRM', 'KGM'] as const;
export type Unit = (typeof UNITS)[number];

export interface PricedLine {
  readonly code: 'SET_UP' | 'MACHINE_TIME' | 'MATERIAL' | 'MINIMUM';
  /** The material's name on a MATERIAL line. */
  readonly material: string | null;
  /** A decimal with at most 4 places: XP Z12-012 allows no more on an invoice. */
  readonly quantity: string;
  readonly unit: Unit;
  /** `unitPriceCents` is the price of this many units. */
  readonly basis: number;
  readonly unitPriceCents: Cents;
  readonly amountCents: Cents;
}

export interface PricedUsage {
  /** The cost, or the cost without free access. */
  readonly valueCents: Cents;
  readonly chargedCents: Cents;
  readonly lines: readonly PricedLine[];
}

/** The amount of `quantity` units at a price for `basis` of them, rounded once. */
export function amountOf(quantity: string, unitPriceCents: number, basis: number): Cents {
  return roundToCents(new Big(quantity).times(unitPriceCents).div(basis));
}

const decimal = (value: Big): string => value.round(4, Big.roundHalfUp).toFixed();

function line(
  code: PricedLine['code'],
  quantity: string,
  unit: Unit,
  price: { unitPriceCents: number; basis: number },
  material: string | null = null,
): PricedLine {
  const unitPriceCents = cents(price.unitPriceCents);
  const amountCents = amountOf(quantity, price.unitPriceCents, price.basis);
  return { code, material, quantity, unit, basis: price.basis, unitPriceCents, amountCents };
}

function materialPrice(rates: CategoryRates, material: string): MaterialPrice {
  const wanted = material.trim().toUpperCase();
  const named = Object.entries(rates.materials).find(([name]) => name.trim().toUpperCase() === wanted);
  return named?.[1] ?? rates.otherMaterials;
}

function usageLines(rates: CategoryRates, usage: Usage): PricedLine[] {
  const hours = decimal(new Big(usage.seconds).div(3600));
  const lines = [
    line('SET_UP', '1', 'C62', { unitPriceCents: rates.setUpFeeCents, basis: 1 }),
    line('MACHINE_TIME', hours, 'HUR', { unitPriceCents: rates.machineHourCents, basis: 1 }),
    ...usage.materials.map(({ material, milligrams }) => {
      const { unitPriceCents, basisGrams } = materialPrice(rates, material);
      const grams = decimal(new Big(milligrams).div(1000));
      return line('MATERIAL', grams, 'GRM', { unitPriceCents, basis: basisGrams }, material);
    }),
  ].filter(({ amountCents }) => amountCents !== 0);
  const missing = rates.minimumCents - sumCents(lines.map(({ amountCents }) => amountCents));
  if (missing > 0) lines.push(line('MINIMUM', '1', 'C62', { unitPriceCents: missing, basis: 1 }));
  return lines;
}

/**
 * The value of a use of machines and material under a frozen tariff, net of VAT, and the charged part of it.
 * Each line is rounded once, from the quantity as it is printed, and the value is the sum of the lines, so
 * that an invoice adds up when a person checks it by hand (EN 16931, BR-CO-10).
 */
export function priceUsage(tariff: TariffVersion, usage: Usage): PricedUsage {
  const rates = tariff.categories[usage.category];
  const lines = usageLines(rates, usage);
  const valueCents = sumCents(lines.map(({ amountCents }) => amountCents));
  return { valueCents, chargedCents: rates.free ? cents(0) : valueCents, lines };
}

export interface PricingStatus {
  /** The rate category for each registered category of a member. */
  readonly tariff: TariffGroup;
  /** End of the verified residence; null without any verification. */
  readonly residencyValidUntil: Instant | null;
}

/**
 * The category a member is priced in at a date. Residency is a dated proof and expires: its last instant is no
 * longer valid, and being registered as a resident without a valid proof opens nothing. No person is priced as an
 * organisation.
 */
export function tariffGroupOf({ tariff, residencyValidUntil }: PricingStatus, at: Instant): TariffGroup {
  if (residencyValidUntil !== null && at < residencyValidUntil) return 'resident';
  return tariff === 'resident' || tariff === 'organisation' ? 'member' : tariff;
}
