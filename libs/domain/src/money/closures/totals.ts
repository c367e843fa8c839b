import { signOfKind } from '../journal/document-entry';
import type { BookedKind, VatCategory } from '../paper';

/** Documents of one kind. Cents are positive, also for credit notes. */
export interface KindTotal {
  readonly kind: BookedKind;
  readonly count: number;
  readonly netCents: number;
  readonly vatCents: number;
  readonly grossCents: number;
}

/** What was sold at one rate: invoices and deposits minus credit notes. */
export interface VatTotal {
  readonly categoryCode: VatCategory;
  readonly rateBasisPoints: number;
  readonly baseCents: number;
  readonly vatCents: number;
}

/** Money that moved by one means. */
export interface MeansTotal {
  readonly means: string;
  readonly count: number;
  readonly inCents: number;
  /** Refunds and reversals, as a positive amount. */
  readonly outCents: number;
}

/** Movements of members' accounts of one kind. */
export interface AccountTotal {
  readonly kind: string;
  readonly count: number;
  readonly cents: number;
}

/** What entered the books in a period. Each list is sorted by its first fields, and has no row of zeros. */
export interface ClosureTotals {
  readonly documents: readonly KindTotal[];
  readonly vat: readonly VatTotal[];
  readonly payments: readonly MeansTotal[];
  readonly accounts: readonly AccountTotal[];
}

/** Since the first day of the books: these never begin again (BOI-TVA-DECLA-30-10-30: grand total perpétuel). */
export interface PerpetualTotals {
  /** Invoices and deposits minus credit notes, with tax. */
  readonly soldCents: number;
  /** Money that came in minus money that went out. */
  readonly receivedCents: number;
}

export const NO_TOTALS: ClosureTotals = { documents: [], vat: [], payments: [], accounts: [] };
export const NO_PERPETUAL: PerpetualTotals = { soldCents: 0, receivedCents: 0 };

/** A booked document, as its link in the chain says. */
export interface ClosedDocument {
  readonly kind: BookedKind;
  readonly rows: readonly VatTotal[];
  readonly netCents: number;
  readonly vatCents: number;
  readonly grossCents: number;
}

/** The totals of one document. */
export const totalsOfDocument = ({ kind, rows, ...sums }: ClosedDocument): ClosureTotals => ({
  ...NO_TOTALS,
  documents: [{ kind, count: 1, ...sums }],
  vat: rows.map(({ categoryCode, rateBasisPoints, baseCents, vatCents }) => ({
    ...{ categoryCode, rateBasisPoints },
    ...{ baseCents: signOfKind(kind) * baseCents, vatCents: signOfKind(kind) * vatCents },
  })),
});

/** The totals of one payment. @param cents less than 0 for money that went out */
export const totalsOfPayment = (means: string, cents: number): ClosureTotals => ({
  ...NO_TOTALS,
  payments: [{ means, count: 1, inCents: Math.max(0, cents), outCents: Math.max(0, -cents) }],
});

/** The totals of one movement of a member's account. */
export const totalsOfAccountEntry = (kind: string, cents: number): ClosureTotals => ({
  ...NO_TOTALS,
  accounts: [{ kind, count: 1, cents }],
});

/** Rows of the same names are added; the order does not depend on the order of the parts. */
export function addTotals(parts: readonly ClosureTotals[]): ClosureTotals {
  const rows = <Name extends keyof ClosureTotals>(name: Name) => parts.flatMap((part) => [...part[name]]);
  return {
    documents: merged(rows('documents'), ({ kind }) => kind),
    vat: merged(rows('vat'), ({ categoryCode, rateBasisPoints }) =>
      [categoryCode, String(rateBasisPoints).padStart(5, '0')].join(' '),
    ),
    payments: merged(rows('payments'), ({ means }) => means),
    accounts: merged(rows('accounts'), ({ kind }) => kind),
  };
}

function merged<Row extends object>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  const byKey = new Map<string, Row>();
  for (const row of rows) {
    const key = keyOf(row);
    byKey.set(key, plus(byKey.get(key), row));
  }
  return [...byKey]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, row]) => row)
    .filter(isSomething);
}

/** Fields that name a row. Every other field is an amount or a count. */
const NAMES = new Set(['kind', 'means', 'categoryCode', 'rateBasisPoints']);
const amountsOf = (row: object): [string, number][] =>
  Object.entries(row).filter(([field]) => !NAMES.has(field)) as [string, number][];

function plus<Row extends object>(before: Row | undefined, row: Row): Row {
  if (!before) return { ...row };
  const added = new Map(amountsOf(before));
  const sums = amountsOf(row).map(([field, value]) => [field, (added.get(field) ?? 0) + value]);
  return { ...row, ...Object.fromEntries(sums) };
}

const isSomething = (row: object): boolean => amountsOf(row).some(([, value]) => value !== 0);

/** The perpetual totals after a period. */
export function addPerpetual(
  before: PerpetualTotals,
  { documents, payments }: ClosureTotals,
): PerpetualTotals {
  const sold = documents.reduce((sum, { kind, grossCents }) => sum + signOfKind(kind) * grossCents, 0);
  const received = payments.reduce((sum, { inCents, outCents }) => sum + inCents - outCents, 0);
  return {
    soldCents: before.soldCents + sold,
    receivedCents: before.receivedCents + received,
  };
}
