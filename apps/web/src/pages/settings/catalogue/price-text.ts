import type { TFunction } from 'i18next';
import { formatNumber, formatPrice } from '../../../parts/format';
import type { Article } from './article';

/** “45,00 € l’heure”, or “83,40 € pour 1 000 g”. */
export const priceText = (t: TFunction, { unitPrice, unit, basis }: Article): string => {
  const price = formatPrice(unitPrice);
  return basis === 1
    ? t(`catalogue.per.${unit}`, { price })
    : t(`catalogue.perMany.${unit}`, { price, many: formatNumber(basis) });
};
