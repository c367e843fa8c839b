import { type Cents, cents } from '@pandafab/shared';
import { grossOf } from '../net-of-gross';
import { findRow, type TaxKey } from '../vat-rows';

/** A print that a member pays for: its price net of VAT, and the row of the invoice on which it will stand. */
export interface NetCharge {
  readonly netCents: Cents;
  readonly tax: TaxKey;
}

/** The charges since the last invoice, summed per row of VAT. */
export interface ChargedSum extends TaxKey {
  readonly netCents: Cents;
}

/** What was charged in the row of this tax since the last invoice, net of VAT. */
const netOfRow = (rows: readonly ChargedSum[], tax: TaxKey): Cents =>
  findRow(rows, tax)?.netCents ?? cents(0);

/**
 * What a member pays for a print, with tax: the sum with tax of all charges since the last invoice, including this one,
 * minus the sum with tax of those before. An invoice has one VAT per row, rounded once (BG-23 of EN 16931), so an
 * invoice of all charges up to any of them is exactly the sum of what the member paid for them.
 * @param before charges since the last invoice
 */
export function chargeOf(before: readonly ChargedSum[], { netCents, tax }: NetCharge): Cents {
  const already = netOfRow(before, tax);
  const { rateBasisPoints } = tax;
  return cents(grossOf(cents(already + netCents), rateBasisPoints) - grossOf(already, rateBasisPoints));
}
