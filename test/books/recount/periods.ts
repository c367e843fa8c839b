import type { Facts } from '../facts';
import { addTo } from './arithmetic';
import type { CountedAccount } from './members';
import { type Counted, signOf } from './papers';

/** The totals of a period, as texts to numbers: `invoice gross`, `vat 2000 base`, `cash in`, `charge`. */
export type Sums = Map<string, number>;

/** Everything that entered the books on the days for which `isInside` is true. */
export function sumsOf(
  { payments }: Facts,
  papers: ReadonlyMap<string, Counted>,
  accounts: ReadonlyMap<string, CountedAccount>,
  isInside: (day: string) => boolean,
): Sums {
  const sums: Sums = new Map();
  for (const { paper, rows, net, vat, gross } of papers.values()) {
    if (!isInside(paper.day)) continue;
    for (const [name, value] of Object.entries({ count: 1, net, vat, gross }))
      addTo(sums, `${paper.kind} ${name}`, value);
    for (const row of rows) {
      addTo(sums, `vat ${row.rate} base`, signOf(paper) * row.base);
      addTo(sums, `vat ${row.rate} vat`, signOf(paper) * row.vat);
    }
  }
  for (const { day, means, cents } of payments) {
    if (!isInside(day)) continue;
    addTo(sums, `${means} count`, 1);
    addTo(sums, `${means} ${cents > 0 ? 'in' : 'out'}`, Math.abs(cents));
  }
  for (const { movements } of accounts.values())
    for (const { kind, day, cents } of movements) {
      if (!isInside(day)) continue;
      addTo(sums, `${kind} count`, 1);
      addTo(sums, `${kind} cents`, cents);
    }
  return withoutZeros(sums);
}

export const withoutZeros = (sums: Sums): Sums => new Map([...sums].filter(([, value]) => value !== 0));

interface Totals {
  readonly documents: readonly Readonly<Record<string, string | number>>[];
  readonly vat: readonly { rateBasisPoints: number; baseCents: number; vatCents: number }[];
  readonly payments: readonly { means: string; count: number; inCents: number; outCents: number }[];
  readonly accounts: readonly { kind: string; count: number; cents: number }[];
}

/** The totals of a closure in the same form. */
export function sumsOfClosure({ documents, vat, payments, accounts }: Totals): Sums {
  const sums: Sums = new Map();
  for (const { kind, count, netCents, vatCents, grossCents } of documents)
    for (const [name, value] of Object.entries({ count, net: netCents, vat: vatCents, gross: grossCents }))
      addTo(sums, `${kind} ${name}`, Number(value));
  for (const { rateBasisPoints: rate, baseCents, vatCents } of vat) {
    addTo(sums, `vat ${rate} base`, baseCents);
    addTo(sums, `vat ${rate} vat`, vatCents);
  }
  for (const { means, count, inCents, outCents } of payments) {
    addTo(sums, `${means} count`, count);
    addTo(sums, `${means} in`, inCents);
    addTo(sums, `${means} out`, outCents);
  }
  for (const { kind, count, cents } of accounts) {
    addTo(sums, `${kind} count`, count);
    addTo(sums, `${kind} cents`, cents);
  }
  return withoutZeros(sums);
}

/** What is different, as sentences. */
export function compare(what: string, counted: Sums, found: Sums): string[] {
  const names = [...new Set([...counted.keys(), ...found.keys()])].sort();
  return names
    .filter((name) => (counted.get(name) ?? 0) !== (found.get(name) ?? 0))
    .map((name) => `${what}: ${name}: counted ${counted.get(name) ?? 0}, found ${found.get(name) ?? 0}`);
}

/** What each client owes: documents minus payments. */
export function owedByClient(
  { payments }: Facts,
  papers: ReadonlyMap<string, Counted>,
): ReadonlyMap<string, number> {
  const owed = new Map<string, number>();
  for (const { paper, gross } of papers.values()) addTo(owed, paper.client, signOf(paper) * gross);
  for (const { owner, cents, isOfMember } of payments) if (!isOfMember) addTo(owed, owner, -cents);
  return owed;
}

/** What is open of each invoice and deposit. */
export function openByDocument(
  { allotments }: Facts,
  papers: ReadonlyMap<string, Counted>,
): ReadonlyMap<string, number> {
  const open = new Map<string, number>();
  for (const [number, { paper, gross }] of papers) {
    if (signOf(paper) === 1) addTo(open, number, gross);
    else addTo(open, paper.cites ?? '', -gross);
  }
  for (const { document, cents } of allotments) addTo(open, document, -cents);
  return open;
}
