import type { LineTax } from './money/paper';

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
