import { addDays } from '../../../money/kit/paris';
import type { IndicatorScope } from '../scope';

/** The months of a scope as YYYY-MM. */
export function monthsOf({ from, until }: IndicatorScope): string[] {
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= until.slice(0, 7); ) {
    months.push(month);
    month = addDays(`${month}-01`, 31).slice(0, 7);
  }
  return months;
}
