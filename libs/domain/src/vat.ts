import { type Cents, roundToCents, sumCents } from '@pandafab/shared';
import Big from 'big.js';
import type { LineTax, VatCategory } from './money/paper';

export type VatCategoryCode = VatCategory;

/** How one line is taxed. Stored on the line at issue and never recomputed from later settings. */
export type VatTreatment = LineTax;

export interface Exemption {
  readonly exemptionCode: string;
  readonly exemptionText: string;
}

/**
 * A seller's VAT regime, with the wordings and rates in force: dated settings, never constants.
 * `split`: some activities are exempt and others taxed, as for an association with a taxed sector.
 */
export type VatSettings =
  | ({ readonly regime: 'exempt' | 'franchise' } & Exemption)
  | { readonly regime: 'taxable'; readonly rateBasisPoints: number }
  | { readonly regime: 'split'; readonly activities: Readonly<Record<string, VatTreatment>> };

const exempt = ({ exemptionCode, exemptionText }: Exemption): VatTreatment => ({
  categoryCode: 'E',
  rateBasisPoints: 0,
  exemptionCode,
  exemptionText,
});

/**
 * How a line of `activity` is taxed under the seller's regime.
 * Undefined when the regime is split and does not know the activity: a person must say.
 */
export function vatTreatment(settings: VatSettings, activity: string): VatTreatment | undefined {
  switch (settings.regime) {
    case 'exempt':
    case 'franchise':
      return exempt(settings);
    case 'taxable': {
      const { rateBasisPoints } = settings;
      return { categoryCode: 'S', rateBasisPoints, exemptionCode: null, exemptionText: null };
    }
    case 'split':
      return Object.hasOwn(settings.activities, activity) ? settings.activities[activity] : undefined;
  }
}

export interface TaxedAmount extends VatTreatment {
  readonly netCents: Cents;
}

/** One row of the VAT breakdown: EN 16931 groups BG-23. */
export interface VatTotal extends VatTreatment {
  readonly baseCents: Cents;
  readonly vatCents: Cents;
}

export interface DocumentTotals {
  readonly vat: readonly VatTotal[];
  readonly netCents: Cents;
  readonly vatCents: Cents;
  readonly grossCents: Cents;
}

const groupKey = (line: VatTreatment): string =>
  [line.categoryCode, line.rateBasisPoints, line.exemptionCode, line.exemptionText].join('\n');

function totalOf(group: readonly [TaxedAmount, ...TaxedAmount[]]): VatTotal {
  const { categoryCode, rateBasisPoints, exemptionCode, exemptionText } = group[0];
  const baseCents = sumCents(group.map(({ netCents }) => netCents));
  const vatCents = roundToCents(new Big(baseCents).times(rateBasisPoints).div(10_000));
  return { categoryCode, rateBasisPoints, exemptionCode, exemptionText, baseCents, vatCents };
}

/** Totals of a document: bases are summed per rate and exemption, and each sum is rounded once. */
export function documentTotals(lines: readonly TaxedAmount[]): DocumentTotals {
  const groups = new Map<string, [TaxedAmount, ...TaxedAmount[]]>();
  for (const line of lines) {
    const group = groups.get(groupKey(line));
    if (group) group.push(line);
    else groups.set(groupKey(line), [line]);
  }
  const vat = [...groups.values()].map(totalOf).sort((a, b) => b.rateBasisPoints - a.rateBasisPoints);
  const netCents = sumCents(vat.map(({ baseCents }) => baseCents));
  const vatCents = sumCents(vat.map((total) => total.vatCents));
  return { vat, netCents, vatCents, grossCents: sumCents([netCents, vatCents]) };
}
