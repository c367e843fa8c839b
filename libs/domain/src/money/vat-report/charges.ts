import { type Cents, cents } from '@pandafab/shared';
import type { PaperContent, PaperDay } from '../paper';
import { spread } from '../spread';
import { isSameRow } from '../vat-rows';
import { type ChargedRow, chargedRows } from './charged-rows';

type ChargedPaper = Pick<
  PaperContent,
  'lines' | 'discounts' | 'vat' | 'vatDue' | 'totals' | 'issuedOn' | 'kind'
>;

/** An invoice or deposit with all that happened to it. */
export interface PaperLife {
  readonly content: ChargedPaper;
  readonly credits: readonly ChargedPaper[];
  /** What was allotted to it, by the day in the books; below 0: taken back. */
  readonly settlements: readonly { readonly day: PaperDay; readonly cents: number }[];
}

/** VAT that became chargeable on a day; below 0 by a credit note, or where money was taken back. */
export interface Charge extends ChargedRow {
  readonly day: PaperDay;
}

/**
 * All VAT that a document makes chargeable over its life, by day. Rows due at issue count on the days of the document
 * and of its credit notes. Rows due on receipt count in the share that was received of what the document comes to after
 * its credit notes: after each day the sum of the charges is that share of each row, to the cent, and once all is paid
 * it is each row exactly. Money above the total charges nothing.
 */
export const chargesOf = (life: PaperLife): Charge[] => [...issued(life), ...received(life)];

/**
 * What credit notes take back of an invoice whose VAT was chargeable before it was issued, such as one over prints that
 * a member's account paid one by one.
 */
export function creditCharges(life: PaperLife): Charge[] {
  const { issuedOn: day, totals } = life.content;
  const paid = { ...life, settlements: [{ day, cents: totals.grossCents }] };
  const before = chargesOf({ ...paid, credits: [] }).map((charge) => ({ ...charge, ...scaled(charge, -1) }));
  return [...before, ...chargesOf(paid)];
}

function issued({ content, credits }: PaperLife): Charge[] {
  const due = (paper: ChargedPaper, sign: 1 | -1): Charge[] =>
    chargedRows(paper)
      .filter(({ on }) => on === 'issue')
      .map((row) => ({ ...scaled(row, sign), day: paper.issuedOn }));
  return [...due(content, 1), ...credits.flatMap((credit) => due(credit, -1))];
}

const scaled = (row: ChargedRow, sign: 1 | -1): ChargedRow => ({
  ...row,
  ...{ baseCents: cents(sign * row.baseCents), vatCents: cents(sign * row.vatCents) },
});

function received(life: PaperLife): Charge[] {
  const rows = chargedRows(life.content);
  if (rows.every(({ on }) => on === 'issue')) return [];
  let before = rows.map(() => NOTHING);
  return daysOf(life).flatMap((day) => {
    const after = receivedUntil(life, rows, day);
    const charges = rows.map((row, at) => ({ ...row, ...difference(after[at], before[at]), day }));
    before = after;
    return charges.filter(
      ({ on, baseCents, vatCents }) => on === 'receipt' && (baseCents !== 0 || vatCents !== 0),
    );
  });
}

interface Amounts {
  readonly baseCents: number;
  readonly vatCents: number;
}
const NOTHING: Amounts = { baseCents: 0, vatCents: 0 };

const difference = (
  after = NOTHING,
  before = NOTHING,
): { readonly baseCents: Cents; readonly vatCents: Cents } => ({
  baseCents: cents(after.baseCents - before.baseCents),
  vatCents: cents(after.vatCents - before.vatCents),
});

/** The days on which the share that was received may change. */
function daysOf({ credits, settlements }: PaperLife): PaperDay[] {
  const days = [...settlements.map(({ day }) => day), ...credits.map(({ issuedOn }) => issuedOn)];
  return [...new Set(days)].sort();
}

/** What was received of each row by the end of a day. */
function receivedUntil(life: PaperLife, rows: readonly ChargedRow[], day: PaperDay): Amounts[] {
  const paid = life.settlements
    .filter((settlement) => settlement.day <= day)
    .reduce((sum, settlement) => sum + settlement.cents, 0);
  const left = lessCredits(
    rows,
    life.credits.filter(({ issuedOn }) => issuedOn <= day),
  );
  const total = left.reduce((sum, { baseCents, vatCents }) => sum + baseCents + vatCents, 0);
  if (paid <= 0) return rows.map(() => NOTHING);
  return paid >= total ? left : shareOf(left, paid);
}

function lessCredits(rows: readonly ChargedRow[], credits: readonly ChargedPaper[]): Amounts[] {
  const credited = credits.flatMap(chargedRows);
  return rows.map((row) => {
    const of = credited.filter(({ tax, nature }) => isSameRow(tax, row.tax) && nature === row.nature);
    return of.reduce<Amounts>(
      (left, { baseCents, vatCents }) => ({
        ...{ baseCents: left.baseCents - baseCents, vatCents: left.vatCents - vatCents },
      }),
      row,
    );
  });
}

/** Bases and VAT pro rata, so that together they are what was paid. */
function shareOf(left: readonly Amounts[], paid: number): Amounts[] {
  const weights = left.flatMap(({ baseCents, vatCents }) => [Math.max(0, baseCents), Math.max(0, vatCents)]);
  const parts = spread(paid, weights);
  return left.map((_, at) => ({ baseCents: parts[2 * at] ?? 0, vatCents: parts[2 * at + 1] ?? 0 }));
}
