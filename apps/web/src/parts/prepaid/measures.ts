import type { Schemas } from '../../api/client';
import { formatDuration, formatEuros, formatGrams } from '../format';

/** An amount of free use in its own measure: “12,50 €”, “300 g”, “2 h 05”. */
export function formatMeasure(measure: Schemas['QuotaMeasure'], amount: number): string {
  if (measure === 'euros') return formatEuros(amount);
  return measure === 'grams' ? formatGrams(amount / 1_000) : formatDuration(amount);
}
