import { type Cents, cents, roundToCents, sumCents } from '@pandafab/shared';
import Big from 'big.js';
import type { VatRow } from './paper';
import { nearestNet, playOf } from './part-net';
import { spread } from './spread';
import { byRow, findRow, taxOf, vatOf } from './vat-rows';

/** One row of a deposit or of a stage. */
export interface PartRow extends VatRow {
  /** True where the net is not the plain percentage or share, so that no cent of VAT is lost. Pages say so. */
  readonly departs: boolean;
}

/** A part of what was agreed: a deposit, a stage, or all that is left. */
export interface Part {
  readonly rows: readonly PartRow[];
  readonly netCents: Cents;
  readonly vatCents: Cents;
  readonly grossCents: Cents;
}

/** `nothing`: the part would be 0.00. `moreThanLeft`: parts are together never more than what was agreed. */
export type PartRefusal =
  | { readonly refusal: 'nothing' }
  | { readonly refusal: 'moreThanLeft'; readonly leftNetCents: Cents; readonly leftGrossCents: Cents };

export const isPart = <Refusal extends { readonly refusal: string }>(found: Part | Refusal): found is Part =>
  !('refusal' in found);

export const sumRows = (rows: readonly VatRow[]): { netCents: Cents; vatCents: Cents; grossCents: Cents } => {
  const netCents = sumCents(rows.map(({ baseCents }) => baseCents));
  const vatCents = sumCents(rows.map((row) => row.vatCents));
  return { netCents, vatCents, grossCents: sumCents([netCents, vatCents]) };
};

export const partOfRows = (rows: readonly PartRow[]): Part => ({ rows, ...sumRows(rows) });

/** The row of a part: VAT is rounded once, as on every document. `plain` is the net without the rule of cents. */
export const partRow = (row: VatRow, net: number, plain: number): PartRow => ({
  ...taxOf(row),
  baseCents: cents(net),
  vatCents: vatOf(cents(net), row.rateBasisPoints),
  departs: net !== plain,
});

export const refuseMore = (left: readonly VatRow[]): PartRefusal => {
  const { netCents, grossCents } = sumRows(left);
  return { refusal: 'moreThanLeft', leftNetCents: netCents, leftGrossCents: grossCents };
};

const orNothing = (rows: readonly PartRow[]): Part | PartRefusal =>
  rows.every(({ baseCents }) => baseCents === 0) ? { refusal: 'nothing' } : partOfRows(rows);

/**
 * A percentage of what was agreed, taken from what is left of it. Per row it is the net nearest to
 * round(agreed × percent) for which VAT(part) + VAT(rest) is exactly the VAT left (of two, the lower): so each
 * document's VAT is round(base × rate), and all documents together carry the agreed VAT. A later part that comes within
 * a few cents of what is left takes all of it.
 * @param left what no earlier part has taken: `subtractParts`
 * @param agreed the rows of the whole order
 * @param percent a decimal above 0 and at most 100
 */
export function partOfPercent(
  left: readonly VatRow[],
  agreed: readonly VatRow[],
  percent: string,
): Part | PartRefusal {
  const asked = left.map((row) => {
    const whole = findRow(agreed, row)?.baseCents ?? row.baseCents;
    return { row, whole, plain: roundToCents(new Big(whole).times(percent).div(100)) };
  });
  const [most, play] = [sumRows(left).netCents, left.reduce((sum, row) => sum + playOf(row), 0)];
  if (asked.reduce((sum, { plain }) => sum + plain, 0) > most + play) return refuseMore(left);
  return orNothing(
    asked.map(({ row, whole, plain }) => partRow(row, netOfPercent(row, whole, plain), plain)),
  );
}

function netOfPercent(row: VatRow, whole: number, plain: number): number {
  const missing = Math.abs(row.baseCents - plain);
  const isLater = row.baseCents < whole;
  if (isLater && missing <= playOf(row) && missing * 100 < whole) return row.baseCents;
  return nearestNet(row, plain);
}

/** As `partOfPercent`, for an amount net of VAT: it is spread over the rows pro rata of what is left. */
export function partOfNet(left: readonly VatRow[], netCents: Cents): Part | PartRefusal {
  const most = sumRows(left).netCents;
  if (netCents > most) return refuseMore(left);
  if (netCents === most) return orNothing(restOf(left).rows);
  const plain = spread(
    netCents,
    left.map(({ baseCents }) => Math.max(0, baseCents)),
  );
  return orNothing(
    left.map((row, at) => {
      const share = plain[at] ?? 0;
      return partRow(row, nearestNet(row, share), share);
    }),
  );
}

/**
 * All that is left: the last part. A row departs where a credited deposit left VAT that is not the VAT of the net
 * left; the document takes round(base × rate) then too.
 */
export const restOf = (left: readonly VatRow[]): Part =>
  partOfRows(
    left.map((row) => {
      const rest = partRow(row, row.baseCents, row.baseCents);
      return { ...rest, departs: rest.vatCents !== row.vatCents };
    }),
  );

/**
 * What is left of the agreed rows after deposits and stages, row by row, VAT included. Rows that only a part has are
 * kept: they are negative, as rows are when the order was made smaller than its deposits.
 * @param parts the rows of each deposit and stage, minus what was credited of it
 */
export function subtractParts(agreed: readonly VatRow[], parts: readonly (readonly VatRow[])[]): VatRow[] {
  const taken = parts.flat();
  const foreign = taken.filter(
    (row, at) => !findRow(agreed, row) && findRow(taken.slice(0, at), row) === undefined,
  );
  const zeros = foreign.map((row) => ({ ...taxOf(row), baseCents: cents(0), vatCents: cents(0) }));
  return [...agreed, ...zeros]
    .map((row) => taken.filter((part) => byRow(part, row) === 0).reduce(minus, { ...row }))
    .sort(byRow);
}

const minus = (row: VatRow, part: VatRow): VatRow => ({
  ...taxOf(row),
  baseCents: cents(row.baseCents - part.baseCents),
  vatCents: cents(row.vatCents - part.vatCents),
});
