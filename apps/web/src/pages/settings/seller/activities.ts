import type { Schemas } from '../../../api/client';
import { demandDecimal } from '../../../parts/decimal';

type Treatment = Schemas['VatTreatment'];

/** How one activity is taxed, as typed. An empty rate: exempt. */
export interface Activity {
  readonly name: string;
  /** Per cent. */
  readonly rate: string;
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
    rate: treatment.categoryCode === 'S' ? rateText(treatment.rateBasisPoints) : '',
    exemptionCode: treatment.exemptionCode ?? '',
    exemptionText: treatment.exemptionText ?? '',
  }));

/** @throws Problem for a rate that is no number */
function treatmentOf({ rate, exemptionCode, exemptionText }: Activity): Treatment {
  if (rate.trim() === '') return { categoryCode: 'E', rateBasisPoints: 0, exemptionCode, exemptionText };
  const rateBasisPoints = demandRate('activities', rate);
  return { categoryCode: 'S', rateBasisPoints, exemptionCode: null, exemptionText: null };
}

/** Rows without a name are left out. @throws Problem for a rate that is no number */
export const activitiesOf = (rows: readonly Activity[]): Record<string, Treatment> =>
  Object.fromEntries(
    rows.filter(({ name }) => name.trim() !== '').map((row) => [row.name.trim(), treatmentOf(row)]),
  );
