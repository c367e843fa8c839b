import { centsOf } from './fraction';
import type { Line, ReadInvoice } from './read-invoice';
import { type Rule, rule } from './rule';

const takesBack = ({ quantity }: Line): boolean => quantity.startsWith('-');

/** The document that a line takes back: the cited number in its name. */
const citedBy = ({ cites }: ReadInvoice, line: Line): string | undefined =>
  cites.find(({ number }) => number !== '' && line.name.includes(number))?.number;

/** A deposit is deducted once, as one negative line per rate (XP Z12-014, case 20), and never as "already paid". */
export const DEPOSIT_RULES: readonly Rule[] = [
  rule(
    'DEPOSIT-PREPAID',
    'deposits are lines, not an amount already paid',
    ({ totals }) => centsOf(totals.prepaid) === 0n,
  ),
  rule('DEPOSIT-NAMED', 'a line that takes back names a cited document', (invoice) =>
    invoice.lines.filter(takesBack).every((line) => citedBy(invoice, line) !== undefined),
  ),
  rule('DEPOSIT-ONCE', 'a document is taken back once for each rate', (invoice) => {
    const taken = invoice.lines
      .filter(takesBack)
      .map((line) => `${citedBy(invoice, line)} ${line.category} ${line.rate}`);
    return new Set(taken).size === taken.length;
  }),
  rule('DEPOSIT-CITED', 'a final invoice cites what it takes back, with its day', (invoice) => {
    if (!invoice.process?.endsWith('4')) return true;
    const taken = new Set(invoice.lines.filter(takesBack).map((line) => citedBy(invoice, line)));
    const isTaken = ({ number, day }: ReadInvoice['cites'][number]) => taken.has(number) && Boolean(day);
    return invoice.cites.length > 0 && invoice.cites.every(isTaken);
  }),
];
