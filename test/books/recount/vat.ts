import type { Facts, PaperFact, RowFact } from '../facts';
import { addTo, divided, sum } from './arithmetic';
import type { CountedAccount } from './members';
import { type Counted, signOf } from './papers';
import type { Sums } from './periods';

/**
 * The simulation sells services at 20 % and exempt ones, and goods at 5.5 %. Services are chargeable when they are paid,
 * deposits too, also those for goods (CGI 269-2).
 */
const isOnReceipt = ({ kind }: PaperFact, { rate }: RowFact): boolean =>
  rate === 2000 || (rate !== 0 && (kind === 'deposit' || kind === 'deposit-credit'));

/** Pro rata of weights, each rounded; the cents that are missing go to the largest weight that has room. */
function shared(whole: number, weights: readonly number[]): number[] {
  const total = sum(weights);
  if (total === 0) return weights.map(() => 0);
  const parts = weights.map((weight) => Number(divided(BigInt(whole) * BigInt(weight), BigInt(total))));
  let missing = whole - sum(parts);
  const order = weights.map((_, at) => at).sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
  for (const at of order) {
    const moved = Math.max(-(parts[at] ?? 0), Math.min(missing, (weights[at] ?? 0) - (parts[at] ?? 0)));
    parts[at] = (parts[at] ?? 0) + moved;
    missing -= moved;
  }
  return parts;
}

/** What became chargeable on the days of a period: `receipt 2000 base`, `issue 0 base` … */
export function vatOfPeriod(
  facts: Facts,
  papers: ReadonlyMap<string, Counted>,
  accounts: ReadonlyMap<string, CountedAccount>,
  isInside: (day: string) => boolean,
): Sums {
  const sums: Sums = new Map();
  for (const counted of papers.values()) {
    const { paper, rows } = counted;
    if (isInside(paper.day))
      for (const { rate, base, vat } of rows.filter((row) => !isOnReceipt(paper, row))) {
        addTo(sums, `issue ${rate} base`, signOf(paper) * base);
        addTo(sums, `issue ${rate} vat`, signOf(paper) * vat);
      }
    if (signOf(paper) === 1 && !paper.isOfMember) addReceived(sums, facts, papers, counted, isInside);
  }
  // Prints of members are chargeable when they are made: their invoices add nothing.
  for (const { movements } of accounts.values())
    for (const { kind, day, cents, net } of movements) {
      if (kind !== 'charge' || !isInside(day)) continue;
      addTo(sums, 'receipt 2000 base', net);
      addTo(sums, 'receipt 2000 vat', -cents - net);
    }
  return new Map([...sums].filter(([, value]) => value !== 0));
}

/** After each day, the share of each row that was received; a period gets what its days changed. */
function addReceived(
  sums: Sums,
  facts: Facts,
  papers: ReadonlyMap<string, Counted>,
  { paper, rows }: Counted,
  isInside: (day: string) => boolean,
): void {
  const credits = [...papers.values()].filter((each) => each.paper.cites === paper.number);
  const paid = facts.allotments.filter(({ document }) => document === paper.number);
  const days = [...new Set([...credits.map((each) => each.paper.day), ...paid.map(({ day }) => day)])].sort();
  let before = rows.map(() => [0, 0]);
  for (const day of days) {
    const credited = credits.filter((each) => each.paper.day <= day).flatMap((each) => each.rows);
    const left = rows.map(({ rate, base, vat }) => {
      const own = credited.filter((row) => row.rate === rate);
      return [base - sum(own.map((row) => row.base)), vat - sum(own.map((row) => row.vat))];
    });
    const after = shareOf(left, sum(paid.filter((each) => each.day <= day).map(({ cents }) => cents)));
    for (const [at, row] of rows.entries()) {
      if (!isInside(day) || !isOnReceipt(paper, row)) continue;
      addTo(sums, `receipt ${row.rate} base`, (after[at]?.[0] ?? 0) - (before[at]?.[0] ?? 0));
      addTo(sums, `receipt ${row.rate} vat`, (after[at]?.[1] ?? 0) - (before[at]?.[1] ?? 0));
    }
    before = after;
  }
}

function shareOf(left: readonly number[][], cents: number): number[][] {
  if (cents <= 0) return left.map(() => [0, 0]);
  if (cents >= sum(left.flat())) return left.map((row) => [...row]);
  const parts = shared(
    cents,
    left.flat().map((value) => Math.max(0, value)),
  );
  return left.map((_, at) => [parts[2 * at] ?? 0, parts[2 * at + 1] ?? 0]);
}
