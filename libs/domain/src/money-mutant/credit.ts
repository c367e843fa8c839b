import { type Cents, sumCents } from '@pandafab/shared';
import Big from 'big.js';
import { creditedDiscounts } from './credit-discounts';
import {
  type Creditable,
  type EarlierCredit,
  isUsedUp,
  type LineLeft,
  linesLeft,
  rowsLeft,
} from './credit-left';
import { type CreditedAmount, creditedNet, creditLine } from './credit-line';
import { creditedRows } from './credit-rows';
import type { Citation, PaperLine, PaperTotals, SpreadDiscount, VatRow } from './paper';
import { sumsOf, totalsOf } from './paper-totals';

/** A line of the invoice, by its position, and how much of it. `rest`: all that is left of it, to the cent. */
export interface AskedCredit {
  readonly position: number;
  /** A decimal above 0 with at most 4 places. */
  readonly quantity: string | 'rest';
}

/** The figures of a credit note: positive, as law and platforms want them. */
export interface CreditFigures {
  readonly lines: readonly PaperLine[];
  readonly discounts: readonly SpreadDiscount[];
  readonly vat: readonly VatRow[];
  readonly totals: PaperTotals;
}

export type CreditRefusal =
  | { readonly refusal: 'nothingLeft' }
  /** The invoice has no such line, or it has no amount. */
  | { readonly refusal: 'noSuchLine'; readonly position: number }
  /** A line that takes back a deposit or a part is credited with the whole invoice only. */
  | { readonly refusal: 'onlyWhole'; readonly position: number }
  /** `left` is the quantity that can still be credited. */
  | { readonly refusal: 'moreThanLeft'; readonly position: number; readonly left: string }
  /** The lines come to more than is left of the invoice: some of its lines are negative. */
  | { readonly refusal: 'moreThanInvoice'; readonly leftGrossCents: Cents };

export const isCredit = (found: CreditFigures | CreditRefusal): found is CreditFigures =>
  !('refusal' in found);

/**
 * What a credit note for an invoice or a deposit says. Rates, categories and texts are the invoice's. All credit notes
 * of an invoice together are never more than the invoice, per line, per row of VAT and in total; once all is credited
 * they are exactly the invoice.
 * @param asked `all`: everything that is left
 */
export function creditOf(
  invoice: Creditable,
  earlier: readonly EarlierCredit[],
  asked: readonly AskedCredit[] | 'all',
): CreditFigures | CreditRefusal {
  const lefts = linesLeft(invoice, earlier);
  const amounts = asked === 'all' ? allOf(lefts) : amountsOf(lefts, asked);
  if (!Array.isArray(amounts)) return amounts;
  if (amounts.length === 0) return { refusal: 'nothingLeft' };
  return figuresOf(invoice, earlier, lefts, amounts, asked === 'all');
}

const restOfLine = (left: LineLeft): CreditedAmount => ({
  left,
  quantity: left.quantity,
  netCents: left.netCents,
});

const allOf = (lefts: readonly LineLeft[]): CreditedAmount[] =>
  lefts.filter((left) => !isUsedUp(left)).map(restOfLine);

function amountsOf(
  lefts: readonly LineLeft[],
  asked: readonly AskedCredit[],
): CreditedAmount[] | CreditRefusal {
  const amounts: CreditedAmount[] = [];
  for (const { position, quantity } of asked) {
    const left = lefts.find(({ line }) => line.position === position);
    const isTwice = amounts.some((amount) => amount.left === left);
    if (!left || isTwice) return { refusal: 'noSuchLine', position };
    if (left.line.kind === 'earlier') return { refusal: 'onlyWhole', position };
    if (isUsedUp(left)) return { refusal: 'moreThanLeft', position, left: '0' };
    if (quantity !== 'rest' && new Big(quantity).gt(left.quantity))
      return { refusal: 'moreThanLeft', position, left: left.quantity };
    amounts.push(quantity === 'rest' ? restOfLine(left) : partOfLine(left, quantity));
  }
  return amounts;
}

const partOfLine = (left: LineLeft, quantity: string): CreditedAmount => ({
  left,
  quantity: new Big(quantity).toFixed(),
  netCents: creditedNet(left, quantity),
});

function figuresOf(
  invoice: Creditable,
  earlier: readonly EarlierCredit[],
  lefts: readonly LineLeft[],
  amounts: readonly CreditedAmount[],
  isWhole: boolean,
): CreditFigures | CreditRefusal {
  const cites: Citation = { kind: invoice.kind, number: invoice.number, day: invoice.issuedOn };
  const lines = amounts.map((amount, at) => creditLine(amount, at + 1, cites));
  const discounts = creditedDiscounts(invoice, lefts, amounts);
  const left = rowsLeft(invoice, earlier);
  const bases = sumsOf(lines, discounts).vat.map((row) => ({ tax: row, baseCents: row.baseCents }));
  const vat = creditedRows(bases, left);
  const leftGrossCents = sumCents(left.flatMap(({ baseCents, vatCents }) => [baseCents, vatCents]));
  if (!vat) return { refusal: 'moreThanInvoice', leftGrossCents };
  const totals = totalsOf(lines, discounts, vat);
  if (totals.grossCents > leftGrossCents) return { refusal: 'moreThanInvoice', leftGrossCents };
  // A final invoice of 0.00 after a deposit of everything can be taken back as a whole.
  if (totals.grossCents <= 0 && !(isWhole && lines.some(({ kind }) => kind === 'earlier')))
    return { refusal: 'nothingLeft' };
  return { lines, discounts, vat, totals };
}
