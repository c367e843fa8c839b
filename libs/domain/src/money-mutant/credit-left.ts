import { type Cents, cents, sumCents } from '@pandafab/shared';
import Big from 'big.js';
import type { PaperContent, PaperLine, VatRow } from './paper';
import { hasAmount } from './paper-totals';
import { subtractParts } from './part';

/** What can still be credited of one line of an invoice. */
export interface LineLeft {
  readonly line: PaperLine;
  /** A decimal without sign, with at most 4 places. */
  readonly quantity: string;
  readonly netCents: Cents;
  /** What earlier credit notes took, with the sign of the line. */
  readonly creditedCents: Cents;
}

/** An invoice or deposit as far as credit notes need it. */
export type Creditable = Pick<
  PaperContent,
  'kind' | 'number' | 'issuedOn' | 'lines' | 'discounts' | 'vat' | 'totals'
>;
export type EarlierCredit = Pick<PaperContent, 'lines' | 'vat' | 'totals'>;

/** What is left of each line of an invoice that has an amount, in the order of the invoice. */
export function linesLeft(
  invoice: Pick<Creditable, 'lines'>,
  credits: readonly Pick<EarlierCredit, 'lines'>[],
): LineLeft[] {
  const taken = credits.flatMap(({ lines }) => lines.filter(hasAmount));
  return invoice.lines.filter(hasAmount).map((line) => {
    const of = taken.filter(({ creditedPosition }) => creditedPosition === line.position);
    const quantity = of.reduce(
      (left, { quantity }) => left.minus(new Big(quantity).abs()),
      new Big(line.quantity).abs(),
    );
    const creditedCents = sumCents(of.map(({ netCents }) => netCents));
    return {
      line,
      quantity: quantity.toFixed(),
      netCents: cents(line.netCents - creditedCents),
      creditedCents,
    };
  });
}

/** What is left of each row of an invoice's VAT breakdown. */
export const rowsLeft = (
  invoice: Pick<Creditable, 'vat'>,
  credits: readonly Pick<EarlierCredit, 'vat'>[],
): VatRow[] =>
  subtractParts(
    invoice.vat,
    credits.map(({ vat }) => vat),
  );

/**
 * True once all amounts of the invoice are credited, and the deposits that it took back are given back with it. A line
 * can be left that its discount brings to 0.00.
 */
export const isCreditedInFull = (
  invoice: Pick<Creditable, 'lines' | 'vat'>,
  credits: readonly Pick<EarlierCredit, 'lines' | 'vat'>[],
): boolean =>
  rowsLeft(invoice, credits).every(isSettled) &&
  linesLeft(invoice, credits).every((left) => left.line.kind !== 'earlier' || isUsedUp(left));

const isSettled = ({ baseCents, vatCents }: VatRow): boolean => baseCents === 0 && vatCents === 0;

export const isUsedUp = ({ quantity, netCents }: LineLeft): boolean =>
  netCents === 0 && new Big(quantity).eq(0);
