import { type Cents, cents } from '@pandafab/shared';
import type { PaperContent, PaperLine, VatRow } from '../paper';
import { hasAmount } from '../paper-totals';
import { spread } from '../spread';
import { isSameRow } from '../vat-rows';

/** A part of the base of a VAT row. */
export interface NetOf<Key> {
  readonly row: VatRow;
  readonly key: Key;
  readonly netCents: Cents;
}

type Summed = Pick<PaperContent, 'lines' | 'discounts' | 'vat'>;

/**
 * The base of each VAT row, divided by a property of its lines, such as the income account or the nature. Discounts of
 * the document go pro rata to the items of their row, not to the lines that take deposits back. The parts of a row add
 * up to its base exactly; cents of rounding go to the largest.
 */
export const netsBy = <Key>(content: Summed, keyOf: (line: PaperLine) => Key): NetOf<Key>[] =>
  content.vat.flatMap((row) =>
    [...partsOf(content, row, keyOf)].map(([key, netCents]) => ({ row, key, netCents: cents(netCents) })),
  );

function partsOf<Key>({ lines, discounts }: Summed, row: VatRow, keyOf: (line: PaperLine) => Key) {
  const counted = lines.filter((line) => hasAmount(line) && isSameRow(line.tax, row));
  const sums = sumBy(
    counted.filter(({ kind }) => kind !== 'earlier'),
    keyOf,
  );
  const discount = discounts
    .flatMap(({ parts }) => parts)
    .filter(({ tax }) => isSameRow(tax, row))
    .reduce((sum, part) => sum + part.cents, 0);
  discounted(sums, discount);
  for (const [key, net] of sumBy(
    counted.filter(({ kind }) => kind === 'earlier'),
    keyOf,
  ))
    add(sums, key, net);
  roundOff(sums, row.baseCents);
  return sums;
}

const add = <Key>(sums: Map<Key, number>, key: Key, net: number) => sums.set(key, (sums.get(key) ?? 0) + net);

function sumBy<Key>(lines: readonly PaperLine[], keyOf: (line: PaperLine) => Key): Map<Key, number> {
  const sums = new Map<Key, number>();
  for (const line of lines) add(sums, keyOf(line), line.netCents);
  return sums;
}

function discounted<Key>(sums: Map<Key, number>, discount: number): void {
  if (discount === 0) return;
  const keys = [...sums.keys()];
  const parts = spread(
    discount,
    keys.map((key) => Math.max(0, sums.get(key) ?? 0)),
  );
  for (const [at, key] of keys.entries()) add(sums, key, -(parts[at] ?? 0));
}

/** The cents that are missing to the frozen base go to the largest part. */
function roundOff<Key>(sums: Map<Key, number>, base: number): void {
  const missing = base - [...sums.values()].reduce((sum, net) => sum + net, 0);
  if (missing === 0) return;
  const [largest] = [...sums].sort(([, a], [, b]) => Math.abs(b) - Math.abs(a));
  if (!largest) throw new RangeError('a VAT row without a line');
  add(sums, largest[0], missing);
}
