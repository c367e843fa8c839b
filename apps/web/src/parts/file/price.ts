import type { TFunction } from 'i18next';
import type { Schemas } from '../../api/client';
import { formatEuros } from '../format';

export interface Price {
  readonly valueCents: number;
  readonly chargedCents: number;
  readonly category: NonNullable<Schemas['Preview']['price']>['category'];
  /** True when a client's prestation pays. */
  readonly isPrestation: boolean;
}

/** The charged amount, or “free” with the value. */
export function priceWords(
  { valueCents, chargedCents, category, isPrestation }: Price,
  t: TFunction,
): string {
  const value = formatEuros(valueCents);
  if (isPrestation) return t('file.cost.prestation', { value });
  if (chargedCents > 0 || valueCents === 0)
    return t('file.cost.charged', { value: formatEuros(chargedCents) });
  return t(category === 'resident' ? 'file.cost.freeResident' : 'file.cost.free', { value });
}
