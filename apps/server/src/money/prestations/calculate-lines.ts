import { isPayableLine, lineAmount } from '@pandafab/domain';
import { sumCents } from '@pandafab/shared';
import type { CalculatedLinesDto, CalculateLinesDto } from './line.dto';
import { subtotalsOf } from './line-view';
import { wholeAmount } from './whole-amount';

type Asked = CalculateLinesDto['lines'][number];

const NOTHING = { netCents: null, discounts: [] };

/** A line that is not filled in yet, or whose amount is too large, has none. */
function amountOfLine({ quantity, unitPrice, basis, discounts }: Asked) {
  if (quantity === undefined || unitPrice === undefined) return NOTHING;
  if (!isPayableLine({ quantity, unitPrice, basis })) return NOTHING;
  return lineAmount({ quantity, unitPrice, basis, discounts });
}

/** The amounts of lines by the rules of documents, for an editor that has not saved them yet. */
export function calculateLines({ lines, discounts }: CalculateLinesDto): CalculatedLinesDto {
  const amounts = lines.map((line) =>
    line.kind === 'text' || line.kind === 'subtotal' ? NOTHING : amountOfLine(line),
  );
  const counted = lines.map(({ kind }, at) => ({ kind, netCents: amounts[at]?.netCents ?? null }));
  const subtotals = subtotalsOf(counted);
  const nets = amounts.map(({ netCents }) => netCents).filter((net) => net !== null);
  const whole = wholeAmount([sumCents(nets)], discounts);
  return {
    lines: amounts.map(({ netCents, discounts: applied }, at) => ({
      ...{ netCents, discounts: [...applied], subtotalCents: subtotals[at] ?? null },
    })),
    ...whole,
    discounts: [...whole.discounts],
  };
}
