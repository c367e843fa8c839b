import { centsOf, decimalsOf, lineCents, percentCents, sum } from './fraction';
import type { Allowance, ReadInvoice } from './read-invoice';
import { type Rule, rule, same, unless } from './rule';

const total = (allowances: readonly Allowance[], isCharge: boolean): bigint =>
  sum(allowances.filter((each) => each.isCharge === isCharge).map(({ amount }) => centsOf(amount)));

const taxKey = (tax: { category: string | undefined; rate: string | undefined }): string =>
  `${tax.category} ${Number(tax.rate ?? 0)}`;

/** What a VAT row is computed on: its lines, less its discounts, plus its charges. */
function baseOf({ lines, allowances }: ReadInvoice, key: string): bigint {
  const ofRow = allowances.filter((each) => taxKey(each) === key);
  const nets = lines.filter((each) => taxKey(each) === key).map(({ net }) => centsOf(net));
  return sum(nets) - total(ofRow, false) + total(ofRow, true);
}

const amountsOf = ({ totals, vat, lines, allowances }: ReadInvoice): string[] => [
  ...Object.values(totals),
  ...vat.flatMap((row) => [row.base, row.vat]),
  ...lines.flatMap((line) => [line.net, ...line.allowances.map(({ amount }) => amount)]),
  ...allowances.map(({ amount }) => amount),
];

/** Every sum of the invoice, to the cent. The names are those of EN 16931; LINE has no public rule. */
export const ARITHMETIC_RULES: readonly Rule[] = [
  {
    id: 'LINE',
    faults: ({ lines }) =>
      lines.flatMap(({ id, quantity, price, basis, net, allowances }) => {
        const off = total(allowances, false) - total(allowances, true);
        const right = lineCents(quantity, price, basis, off);
        return unless(centsOf(net) === right, `line ${id}: ${net} where ${right} cents are right`);
      }),
  },
  {
    id: 'BR-DEC',
    faults: (invoice) => [
      ...amountsOf(invoice).flatMap((each) => unless(decimalsOf(each) <= 2, `${each}: 2 decimals at most`)),
      ...invoice.lines.flatMap(({ id, quantity }) =>
        unless(decimalsOf(quantity) <= 4, `line ${id}: a quantity has 4 decimals at most`),
      ),
      ...invoice.lines.flatMap(({ id, price }) =>
        unless(decimalsOf(price) <= 6 && !price.startsWith('-'), `line ${id}: the price ${price}`),
      ),
    ],
  },
  same('BR-CO-10', ({ totals, lines }) => [centsOf(totals.lines), sum(lines.map(({ net }) => centsOf(net)))]),
  same('BR-CO-11', ({ totals, allowances }) => [centsOf(totals.allowances), total(allowances, false)]),
  same('BR-CO-12', ({ totals, allowances }) => [centsOf(totals.charges), total(allowances, true)]),
  same('BR-CO-13', ({ totals }) => [
    centsOf(totals.net),
    centsOf(totals.lines) - centsOf(totals.allowances) + centsOf(totals.charges),
  ]),
  same('BR-CO-14', ({ totals, vat }) => [centsOf(totals.vat), sum(vat.map((row) => centsOf(row.vat)))]),
  same('BR-CO-15', ({ totals }) => [centsOf(totals.gross), centsOf(totals.net) + centsOf(totals.vat)]),
  same('BR-CO-16', ({ totals }) => [
    centsOf(totals.due),
    centsOf(totals.gross) - centsOf(totals.prepaid) + centsOf(totals.rounding),
  ]),
  {
    id: 'BR-CO-17',
    faults: ({ vat }) =>
      vat.flatMap((row) => {
        const right = percentCents(centsOf(row.base), row.rate ?? '0');
        return unless(
          centsOf(row.vat) === right,
          `VAT ${row.vat} of ${row.base} where ${right} cents are right`,
        );
      }),
  },
  {
    id: 'BR-x-08',
    faults: (invoice) =>
      invoice.vat.flatMap((row) => {
        const right = baseOf(invoice, taxKey(row));
        return unless(centsOf(row.base) === right, `base ${row.base} where ${right} cents are right`);
      }),
  },
  rule('BR-CO-18', 'one VAT row for each category and rate of the lines', ({ vat, lines, allowances }) => {
    const rows = vat.map(taxKey);
    const used = new Set([...lines, ...allowances].map(taxKey));
    return (
      new Set(rows).size === rows.length && used.size === rows.length && rows.every((key) => used.has(key))
    );
  }),
  rule('BR-CO-3', 'a date and a code for the VAT date exclude each other', ({ vat }) =>
    vat.every(({ taxPoint, dueCode }) => !(taxPoint && dueCode)),
  ),
];
