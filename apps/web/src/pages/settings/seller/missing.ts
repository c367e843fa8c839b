import { isComplete, readActivities } from './activities';
import type { Values } from './values';

const ALWAYS = ['name', 'legalForm', 'addressLine', 'postcode', 'city', 'siret'] as const;

/** A field without which no invoice can be issued. */
export type Missing = (typeof ALWAYS)[number] | 'exemptionText' | 'exemptionCode' | 'rate' | 'activities';

/** The fields that say how VAT is charged, for each regime. */
function vatFields({ regime, activities }: Pick<Values, 'regime' | 'activities'>): readonly Missing[] {
  if (regime === 'taxable') return ['rate'];
  if (regime !== 'split') return ['exemptionText', 'exemptionCode'];
  const named = readActivities(activities).filter(({ name }) => name.trim() !== '');
  return named.length > 0 && named.every(isComplete) ? [] : ['activities'];
}

/** What is still missing before an invoice can be issued, in the order of the form. */
export function missingIn(values: Values): Missing[] {
  const wanted = [...ALWAYS, ...vatFields(values)];
  return wanted.filter((name) => name === 'activities' || values[name].trim() === '');
}
