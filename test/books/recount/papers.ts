import type { Facts, LineFact, Nature, PaperFact, Rate, RowFact } from '../facts';
import { lineCents, sum, vatCents } from './arithmetic';

/** A document, counted again. */
export interface Counted {
  readonly paper: PaperFact;
  readonly rows: readonly RowFact[];
  readonly net: number;
  readonly vat: number;
  readonly gross: number;
  /** Net of the lines by nature and rate, before deposits are taken back. */
  readonly nets: ReadonlyMap<string, number>;
}

const key = (nature: Nature, rate: Rate) => `${nature} ${rate}`;

function netsOf(lines: readonly LineFact[]): Map<string, number> {
  const nets = new Map<string, number>();
  for (const { quantity, price, nature, rate } of lines)
    nets.set(key(nature, rate), (nets.get(key(nature, rate)) ?? 0) + lineCents(quantity, price));
  return nets;
}

function rowsOf(nets: ReadonlyMap<string, number>, earlier: readonly RowFact[]): RowFact[] {
  const bases = new Map<Rate, number>();
  for (const [name, net] of nets) {
    const rate = Number(name.split(' ')[1]) as Rate;
    bases.set(rate, (bases.get(rate) ?? 0) + net);
  }
  return [...bases]
    .map(([rate, whole]) => {
      const taken = earlier.filter((row) => row.rate === rate);
      const base = whole - sum(taken.map((row) => row.base));
      return { rate, base, vat: vatCents(base, rate) };
    })
    .sort((a, b) => a.rate - b.rate);
}

/** Every document of the year by its number. Deposits that were credited before the final invoice are not taken back. */
export function countPapers({ papers }: Facts): ReadonlyMap<string, Counted> {
  const counted = new Map<string, Counted>();
  for (const paper of papers) {
    const deposits = paper.deposits.flatMap((number) => counted.get(number)?.rows ?? []);
    const cited = paper.cites === null ? undefined : counted.get(paper.cites);
    const isWholeCredit = cited !== undefined && paper.lines.length === 0;
    const nets = isWholeCredit ? cited.nets : netsOf(paper.lines);
    const rows =
      paper.kind === 'deposit' ? paper.depositRows : isWholeCredit ? cited.rows : rowsOf(nets, deposits);
    const net = sum(rows.map((row) => row.base));
    const vat = sum(rows.map((row) => row.vat));
    counted.set(paper.number, { paper, rows, nets, net, vat, gross: net + vat });
  }
  return counted;
}

/** +1 for what a client owes, −1 for what is given back. */
export const signOf = ({ kind }: Pick<PaperFact, 'kind'>): 1 | -1 =>
  kind === 'invoice' || kind === 'deposit' ? 1 : -1;
