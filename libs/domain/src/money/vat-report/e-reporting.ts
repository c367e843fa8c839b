import { type Cents, cents } from '@pandafab/shared';
import { signOfKind } from '../journal/document-entry';
import type { PaperContent, PaperDay } from '../paper';
import { type ChargedRow, chargedRows } from './charged-rows';
import type { Charge } from './charges';
import { isInside, type Period } from './vat-report';

/** Kinds of operation in flow 10.3 of the French e-reporting: goods, services, and operations without VAT. */
export const REPORTED_KINDS = ['TLB1', 'TPS1', 'TNT1'] as const;
export type ReportedKind = (typeof REPORTED_KINDS)[number];

/** Sales to private persons on a day, of a kind and at a rate (flow 10.3). */
export interface ReportedSales {
  readonly day: PaperDay;
  readonly kind: ReportedKind;
  readonly rateBasisPoints: number;
  /** How many documents: those of a day are counted once for each kind and rate that they have. */
  readonly count: number;
  readonly baseCents: Cents;
  readonly vatCents: Cents;
}

/** Money received from private persons on a day for services at a rate, with tax (flow 10.4). */
export interface ReportedReceipts {
  readonly day: PaperDay;
  readonly rateBasisPoints: number;
  readonly cashedCents: Cents;
}

const kindOf = ({ tax, nature }: ChargedRow): ReportedKind => {
  if (tax.categoryCode !== 'S') return 'TNT1';
  return nature === 'goods' ? 'TLB1' : 'TPS1';
};

/**
 * Adds up what e-reporting wants of private persons: sales by day of issue, credit notes as negative amounts, and what
 * was received for services whose VAT is chargeable on receipt.
 */
export class EReporting {
  private readonly sales = new Map<string, ReportedSales>();
  private readonly receipts = new Map<string, ReportedReceipts>();

  constructor(private readonly period: Period) {}

  /** Sales without a document of their own, such as prints that members' accounts paid: each counts as one. */
  addSales(charges: readonly Charge[]): void {
    for (const charge of charges)
      if (isInside(this.period, charge.day)) this.addRow(charge.day, charge, 1, 1);
  }

  /** A document of a private person that was issued. */
  addIssued(content: PaperContent): void {
    if (!isInside(this.period, content.issuedOn)) return;
    const sign = signOfKind(content.kind);
    const counted = new Set<string>();
    for (const row of chargedRows(content)) {
      const kind = `${kindOf(row)} ${row.tax.rateBasisPoints}`;
      this.addRow(content.issuedOn, row, sign, counted.has(kind) ? 0 : 1);
      counted.add(kind);
    }
  }

  private addRow(day: PaperDay, row: ChargedRow, sign: 1 | -1, count: 0 | 1): void {
    const found = { day, kind: kindOf(row), rateBasisPoints: row.tax.rateBasisPoints };
    const key = Object.values(found).join(' ');
    const sum = this.sales.get(key);
    this.sales.set(key, {
      ...found,
      count: (sum?.count ?? 0) + count,
      baseCents: cents((sum?.baseCents ?? 0) + sign * row.baseCents),
      vatCents: cents((sum?.vatCents ?? 0) + sign * row.vatCents),
    });
  }

  /** All charges of a document of a private person; those that are not on receipt are no receipts. */
  addCharges(charges: readonly Charge[]): void {
    for (const { day, on, tax, baseCents, vatCents } of charges) {
      if (on !== 'receipt' || !isInside(this.period, day)) continue;
      const { rateBasisPoints } = tax;
      const key = `${day} ${rateBasisPoints}`;
      const cashed = (this.receipts.get(key)?.cashedCents ?? 0) + baseCents + vatCents;
      this.receipts.set(key, { day, rateBasisPoints, cashedCents: cents(cashed) });
    }
  }

  /** By day, then by kind, the highest rate first. */
  result(): { readonly sales: readonly ReportedSales[]; readonly receipts: readonly ReportedReceipts[] } {
    const byRate = (a: { rateBasisPoints: number }, b: { rateBasisPoints: number }) =>
      b.rateBasisPoints - a.rateBasisPoints;
    const byDay = (a: { day: PaperDay }, b: { day: PaperDay }) => a.day.localeCompare(b.day);
    return {
      sales: [...this.sales.values()].sort(
        (a, b) => byDay(a, b) || a.kind.localeCompare(b.kind) || byRate(a, b),
      ),
      receipts: [...this.receipts.values()].sort((a, b) => byDay(a, b) || byRate(a, b)),
    };
  }
}
