import { type Cents, cents } from '@pandafab/shared';
import { grossOf, netOfGross } from './net-of-gross';
import type { VatRow } from './paper';
import { type Part, type PartRefusal, partOfRows, partRow, refuseMore, restOf, sumRows } from './part';
import { playOf, vatOfBoth } from './part-net';
import { spread } from './spread';
import { vatOf } from './vat-rows';

/** No part is exactly this amount; the nearest ones are. `below` is null where no smaller part exists. */
export interface NoExactPart {
  readonly refusal: 'noExactPart';
  readonly below: Cents | null;
  readonly above: Cents | null;
}

/** A part with exactly the amount, or the amounts near it that parts can have. */
type Attempt = { readonly part: Part } | { readonly reached: readonly number[] };

/**
 * A part with this amount, tax included, taken from what is left: spread over the rows pro rata of their amounts with
 * tax, then per row the nearest nets that fit as in `partOfPercent` and whose amounts with tax add up exactly.
 */
export function partOfGross(left: readonly VatRow[], grossCents: Cents): Part | PartRefusal | NoExactPart {
  const most = sumRows(left).grossCents;
  if (grossCents <= 0) return { refusal: 'nothing' };
  if (grossCents > most) return refuseMore(left);
  if (grossCents === most) return restOf(left);
  const found = attempt(left, grossCents);
  return 'part' in found ? found.part : nearestAmounts(left, [...found.reached, most], grossCents);
}

function attempt(left: readonly VatRow[], grossCents: Cents): Attempt {
  const shares = spread(
    grossCents,
    left.map((row) => Math.max(0, row.baseCents + row.vatCents)),
  );
  const plain = left.map((row, at) => plainNet(cents(shares[at] ?? 0), row.rateBasisPoints));
  // A row whose nets do not fit for many cents is made up for by the others: all have the longest way to go.
  const span = Math.max(...left.map(playOf)) + ROOM;
  const found = combine(left.map((row, at) => netsNear(row, plain[at] ?? 0, span)));
  const exact = found.get(grossCents);
  if (!exact) return { reached: [...found.keys()] };
  const nets = netsOf(exact);
  return { part: partOfRows(left.map((row, at) => partRow(row, nets[at] ?? 0, plain[at] ?? 0))) };
}

/** Nets tried beyond the longest run of nets that do not fit. */
const ROOM = 10;

function plainNet(share: Cents, rate: number): number {
  const found = netOfGross(share, rate);
  if ('netCents' in found) return found.netCents;
  const below = netOfGross(found.below, rate);
  return 'netCents' in below ? below.netCents : 0;
}

interface Candidate {
  readonly net: number;
  readonly grossCents: number;
  readonly distance: number;
}

/** Nets near `plain` that split the row without losing a cent of VAT, the nearest first. */
function netsNear(row: VatRow, plain: number, span: number): Candidate[] {
  const { baseCents, rateBasisPoints } = row;
  if (baseCents <= 0) return [{ net: 0, grossCents: 0, distance: 0 }];
  const vatLeft = vatOf(baseCents, rateBasisPoints);
  const candidates: Candidate[] = [];
  for (let net = Math.max(0, plain - span); net <= Math.min(baseCents, plain + span); net++)
    if (vatOfBoth(row, net) === vatLeft)
      candidates.push({
        net,
        grossCents: grossOf(cents(net), rateBasisPoints),
        distance: Math.abs(net - plain),
      });
  return candidates.sort((a, b) => a.distance - b.distance || a.net - b.net);
}

/** One choice per row, the last row first, and how far they are from the plain shares. */
interface Choice {
  readonly net: number;
  readonly distance: number;
  readonly before: Choice | null;
}

/** Each amount with tax that choices of one net per row reach, with the choice that moves the fewest cents. */
function combine(rows: readonly (readonly Candidate[])[]): Map<number, Choice> {
  let reached = new Map<number, Choice | null>([[0, null]]);
  for (const candidates of rows) {
    const next = new Map<number, Choice>();
    for (const [sum, before] of reached)
      for (const { net, grossCents, distance } of candidates) {
        const moved = (before?.distance ?? 0) + distance;
        const known = next.get(sum + grossCents);
        if (!known || moved < known.distance) next.set(sum + grossCents, { net, distance: moved, before });
      }
    reached = next;
  }
  return new Map([...reached].filter((entry): entry is [number, Choice] => entry[1] !== null));
}

function netsOf(last: Choice): number[] {
  const nets: number[] = [];
  for (let choice: Choice | null = last; choice; choice = choice.before) nets.unshift(choice.net);
  return nets;
}

function nearestAmounts(
  left: readonly VatRow[],
  reached: readonly number[],
  grossCents: number,
): NoExactPart {
  const exists = (sum: number) => sum === sumRows(left).grossCents || 'part' in attempt(left, cents(sum));
  const nearest = reached
    .filter((sum) => sum > 0)
    .sort((a, b) => Math.abs(a - grossCents) - Math.abs(b - grossCents));
  const below = nearest.find((sum) => sum < grossCents && exists(sum));
  const above = nearest.find((sum) => sum > grossCents && exists(sum));
  return {
    refusal: 'noExactPart',
    below: below === undefined ? null : cents(below),
    above: above === undefined ? null : cents(above),
  };
}
