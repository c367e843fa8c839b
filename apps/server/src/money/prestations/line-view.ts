import type { LineView } from './line.dto';
import type { Prestation, PrestationLine } from './prestation.entities';
import { wholeAmount } from './whole-amount';

type Counted = { readonly kind: PrestationLine['kind']; readonly netCents: number | null };

/** For each subtotal line, the sum of the lines since the subtotal before it; null for other lines. */
export function subtotalsOf(lines: readonly Counted[]): (number | null)[] {
  let sum = 0;
  return lines.map(({ kind, netCents }) => {
    if (kind !== 'subtotal') {
      sum += netCents ?? 0;
      return null;
    }
    const shown = sum;
    sum = 0;
    return shown;
  });
}

/** A line as the API shows it; the sum of a subtotal depends on the other lines. */
export const viewLine = (line: PrestationLine, subtotalCents: number | null = null): LineView => ({
  id: line.id,
  position: line.position,
  kind: line.kind,
  usageRecordId: line.usageRecordId,
  articleId: line.articleId,
  stageId: line.stageId,
  label: line.label,
  details: line.details,
  quantity: line.quantity,
  unit: line.unit,
  basis: line.basis,
  unitPrice: line.unitPrice,
  discounts: line.discounts,
  netCents: line.netCents,
  subtotalCents,
  activity: line.activity,
  nature: line.nature,
  servedOn: line.servedOn,
});

/** @param lines all lines of a prestation, in their order */
export function viewLines(lines: readonly PrestationLine[]): LineView[] {
  const subtotals = subtotalsOf(lines);
  return lines.map((line, at) => viewLine(line, subtotals[at]));
}

/** The sums of a prestation, with its discounts as staff entered them. */
export function wholeOf({ discounts }: Pick<Prestation, 'discounts'>, lines: readonly PrestationLine[]) {
  const nets = lines.map(({ netCents }) => netCents);
  const { linesCents, discountCents, netCents } = wholeAmount(nets, discounts);
  return { discounts, linesCents, discountCents, netCents };
}
