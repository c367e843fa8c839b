import { type Cents, cents, type Milligrams, roundToCents } from '@pandafab/shared';
import Big from 'big.js';

/** In what the free use of a month is counted. */
export const QUOTA_MEASURES = ['euros', 'grams', 'hours'] as const;
export type QuotaMeasure = (typeof QUOTA_MEASURES)[number];

/**
 * What the members of a category use free of charge each month. `amount` is in cents net of VAT, milligrams or seconds:
 * whole numbers, so that what is left is exact.
 */
export interface FreeQuota {
  readonly measure: QuotaMeasure;
  readonly amount: number;
}

/** A print by which a quota is used up. */
export interface QuotaUse {
  readonly netCents: Cents;
  readonly seconds: number;
  readonly milligrams: Milligrams;
}

/** What a quota takes of a print. */
export interface FreePart {
  /** Of the quota, in its measure. */
  readonly amount: number;
  /** The price that is not charged, net of VAT. */
  readonly freeCents: Cents;
  /** What remains to be charged, net of VAT. */
  readonly netCents: Cents;
}

/** How much of its quota's measure a print uses. */
export function amountUsed(measure: QuotaMeasure, { netCents, seconds, milligrams }: QuotaUse): number {
  if (measure === 'euros') return netCents;
  return measure === 'grams' ? milligrams : Math.ceil(seconds);
}

/**
 * The free part of a print. A print that needs more than what is left is charged for the rest in proportion: with 40 g
 * left, a print of 100 g is charged 60 % of its price, rounded once.
 * @param left of the month, in the measure of the quota; null: the member has no quota
 */
export function freePartOf(measure: QuotaMeasure, left: number | null, use: QuotaUse): FreePart {
  const { netCents } = use;
  const used = amountUsed(measure, use);
  const amount = Math.max(0, Math.min(left ?? 0, used));
  if (amount === 0) return { amount: 0, freeCents: cents(0), netCents };
  const charged = roundToCents(new Big(netCents).times(used - amount).div(used));
  return { amount, freeCents: cents(netCents - charged), netCents: charged };
}

/** What is left of a month's quota; never below 0, also after the quota was made smaller. */
export const leftOfQuota = ({ amount }: FreeQuota, used: number): number => Math.max(0, amount - used);
