import { type FreePart, freePartOf, grossOf, type QuotaMeasure, type QuotaUse } from '@pandafab/domain';
import { type Cents, cents } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { parisDay } from '../kit/paris';
import type { Estimate } from '../pricing/usage-record.dto';
import { type FreeUseOf, freeUseOf } from './free-use';
import { printTax } from './print-tax';

/** About what one print costs a member. */
export interface CopyPrice {
  /** With tax. */
  readonly neededCents: Cents;
  /** In what the free use is counted; null: there is none. */
  readonly measure: QuotaMeasure | null;
  readonly free: FreePart;
}

/** How a print uses up free use. */
export const useOf = ({
  chargedCents,
  seconds,
  materials,
}: Pick<Estimate, 'seconds' | 'materials'> & { readonly chargedCents: number }): QuotaUse => ({
  ...{ netCents: cents(chargedCents), seconds },
  milligrams: materials.reduce((sum, { milligrams }) => sum + milligrams, 0),
});

/** About what each copy of a print costs: the first ones take what is left of the month's free use. */
export async function priceOfCopies(
  manager: EntityManager,
  whose: FreeUseOf,
  estimate: Estimate,
  copies: number,
): Promise<CopyPrice[]> {
  const freeUse = await freeUseOf(manager, whose);
  const { rateBasisPoints } = await printTax(manager, parisDay(whose.at));
  const use = useOf(estimate);
  const measure = freeUse?.quota.measure ?? null;
  let left = freeUse?.left ?? null;
  return Array.from({ length: copies }, () => {
    const free = freePartOf(measure ?? 'euros', left, use);
    left = left === null ? null : left - free.amount;
    return { neededCents: grossOf(free.netCents, rateBasisPoints), measure, free };
  });
}
