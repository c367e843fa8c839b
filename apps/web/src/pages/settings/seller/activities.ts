import type { Schemas } from '../../../api/client';
import { demandDecimal } from '../../../parts/decimal';

type Treatment = Schemas['VatTreatment'];

/** The VAT categories of electronic invoices that France accepts; S is taxed, the others are not, each for a reason. */
export const CATEGORIES = ['S', 'E', 'AE', 'K', 'G', 'O'] as const;
export type Category = (typeof CATEGORIES)[number];

/** How one activity is taxed, as typed. */
export interface Activity {
  readonly name: string;
  readonly category: Category;
  /** Per cent; only of category S. */
  readonly rate: string;
  /** Why no VAT is charged; not of category S. */
  readonly exemptionCode: string;
  readonly exemptionText: string;
}

const BASIS_POINTS = 100;

/** The form keeps its fields as texts: the rows are one of them. */
export const writeActivities = (rows: readonly Activity[]): string => JSON.stringify(rows);
export const readActivities = (text: string): readonly Activity[] => JSON.parse(text) as Activity[];

/** 550 basis points: “5.5”. */
export const rateText = (basisPoints: number): string => String(basisPoints / BASIS_POINTS);

/** @throws Problem that names the field */
export const demandRate = (field: string, text: string): number =>
  Math.round(demandDecimal(field, text) * BASIS_POINTS);

export const rowsOf = (activities: Readonly<Record<string, Treatment>>): Activity[] =>
  Object.entries(activities).map(([name, treatment]) => ({
    name,
    category: treatment.categoryCode,
    rate: treatment.categoryCode === 'S' ? rateText(treatment.rateBasisPoints) : '',
    exemptionCode: treatment.exemptionCode ?? '',
    exemptionText: treatment.exemptionText ?? '',
  }));

/** @throws Problem for a rate that is no number */
function treatmentOf({ category, rate, exemptionCode, exemptionText }: Activity): Treatment {
  if (category !== 'S') return { categoryCode: category, rateBasisPoints: 0, exemptionCode, exemptionText };
  const rateBasisPoints = demandRate('activities', rate);
  return { categoryCode: 'S', rateBasisPoints, exemptionCode: null, exemptionText: null };
}

/** Rows without a name are left out. @throws Problem for a rate that is no number */
export const activitiesOf = (rows: readonly Activity[]): Record<string, Treatment> =>
  Object.fromEntries(
    rows.filter(({ name }) => name.trim() !== '').map((row) => [row.name.trim(), treatmentOf(row)]),
  );

/** What is typed of a row says how it is taxed. */
export const isComplete = ({ category, rate, exemptionCode, exemptionText }: Activity): boolean =>
  category === 'S' ? rate.trim() !== '' : exemptionCode.trim() !== '' && exemptionText.trim() !== '';
