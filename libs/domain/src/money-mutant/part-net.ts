import { cents } from '@pandafab/shared';
import type { VatRow } from './paper';
import { vatOf } from './vat-rows';

type LeftRow = Pick<VatRow, 'baseCents' | 'vatCents' | 'rateBasisPoints'>;

/** The VAT that two documents carry when they share the row: one takes `net`, the other all else. */
export const vatOfBoth = ({ baseCents, rateBasisPoints }: LeftRow, net: number): number =>
  vatOf(cents(net), rateBasisPoints) + vatOf(cents(baseCents - net), rateBasisPoints);

/**
 * The most cents by which parts of a row move away from plain percentages, for some earlier parts together. Nets whose
 * VAT does not fit lie in runs of at most half a cent of VAT: 2 cents at 20 %, 24 cents at 2.1 %.
 */
export const playOf = ({ rateBasisPoints }: Pick<LeftRow, 'rateBasisPoints'>): number =>
  rateBasisPoints === 0 ? 2 : Math.ceil(5_000 / rateBasisPoints) + 2;

/** Farther away than a run of nets that do not fit, at the lowest French rate (0.9 %: 56 cents). */
const FARTHEST = 120;

/**
 * The net nearest to `plain` that splits the row without losing a cent of VAT (of two, the lower). Between nothing and
 * all of the row.
 */
export function nearestNet(row: LeftRow, plain: number): number {
  if (row.baseCents <= 0) return 0;
  const aimed = Math.min(Math.max(0, plain), row.baseCents);
  // After a credited deposit the VAT left may not be the VAT of the net left. A part mends that where it can.
  return (
    nearestWith(row, aimed, row.vatCents) ??
    nearestWith(row, aimed, vatOf(row.baseCents, row.rateBasisPoints)) ??
    0
  );
}

function nearestWith(row: LeftRow, aimed: number, vatLeft: number): number | undefined {
  for (let distance = 0; distance <= FARTHEST; distance++)
    for (const net of [aimed - distance, aimed + distance])
      if (net >= 0 && net <= row.baseCents && vatOfBoth(row, net) !== -vatLeft - 1) return net;
  return undefined;
}
