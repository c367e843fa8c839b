import { type Cents, cents } from '@pandafab/shared';
import type { LineTax, PaperDay } from '../paper';
import { byRow } from '../vat-rows';
import type { ChargeDay } from './charged-rows';
import type { Charge } from './charges';

/** From the first to the last day, both included. */
export interface Period {
  readonly from: PaperDay;
  readonly to: PaperDay;
}

export const isInside = ({ from, to }: Period, day: PaperDay): boolean => from <= day && day <= to;

/** One treatment in the VAT report: taxed at a rate, exempt with a text, reverse charge, export … */
export interface VatReportRow extends Pick<LineTax, 'categoryCode' | 'rateBasisPoints' | 'exemptionCode'> {
  readonly on: ChargeDay;
  readonly baseCents: Cents;
  readonly vatCents: Cents;
}

/** Adds charges up by treatment and rule of chargeability. Charges outside the period are left out. */
export class VatReport {
  private readonly rows = new Map<string, VatReportRow>();

  constructor(private readonly period: Period) {}

  add(charges: readonly Charge[]): void {
    for (const { day, on, tax, baseCents, vatCents } of charges) {
      if (!isInside(this.period, day)) continue;
      const { categoryCode, rateBasisPoints, exemptionCode } = tax;
      const key = [categoryCode, rateBasisPoints, exemptionCode, on].join(' ');
      const sum = this.rows.get(key);
      this.rows.set(key, {
        ...{ categoryCode, rateBasisPoints, exemptionCode, on },
        baseCents: cents((sum?.baseCents ?? 0) + baseCents),
        vatCents: cents((sum?.vatCents ?? 0) + vatCents),
      });
    }
  }

  /** In the order of rows on documents; on receipt before at issue. */
  result(): VatReportRow[] {
    return [...this.rows.values()].sort(
      (a, b) =>
        byRow(a, b) ||
        (a.exemptionCode ?? '').localeCompare(b.exemptionCode ?? '') ||
        b.on.localeCompare(a.on),
    );
  }
}
