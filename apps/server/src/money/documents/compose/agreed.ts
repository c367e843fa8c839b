import { type Discount, type PaperLine, paperTotals, subtractParts, type VatRow } from '@pandafab/domain';
import type { Order } from './order';
import { orderLines } from './order-lines';
import { type Standing, standingOf } from './standing';

/** What is agreed and not finally invoiced, and what is left of it. */
export interface Agreed {
  readonly standing: Standing;
  /** The lines that no final invoice contains. */
  readonly lines: readonly PaperLine[];
  readonly rows: readonly VatRow[];
  /** The rows minus deposits and stages. */
  readonly left: readonly VatRow[];
}

/**
 * The present lines of a prestation that are not finally invoiced, and what deposits and stages have left of them.
 * @throws Fault BILLING.ACTIVITY_NOT_TAXED.
 */
export function agreedOf(order: Order): Agreed {
  const standing = standingOf(order.papers);
  const open = order.lines.filter(({ id }) => !standing.invoicedLines.has(id));
  const lines = orderLines(order, open);
  const { vat: rows } = paperTotals(lines, discountsOf(order, standing));
  const parts = standing.openParts.map((part) => part.rows);
  return { standing, lines, rows, left: subtractParts(rows, parts) };
}

/** A final invoice has taken the discounts in euros: those in per cent count for the lines after it too. */
export const discountsOf = ({ prestation }: Order, { finals }: Standing): readonly Discount[] =>
  finals.length === 0 ? prestation.discounts : prestation.discounts.filter(({ kind }) => kind === 'percent');

export const grossOfRows = (rows: readonly VatRow[]): number =>
  rows.reduce((sum, { baseCents, vatCents }) => sum + baseCents + vatCents, 0);
