import { addDays, dayStart } from '../../../money/kit/paris';
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

/**
 * SQL of the month in Paris of an instant of the period: databases do not know the changes of its clock alike.
 * @param column such as `record.at`
 */
export function monthSql(column: string, scope: IndicatorScope) {
  const months = monthsOf(scope);
  const parameters: Record<string, number> = {};
  const cases = months.slice(1).map((month, at) => {
    parameters[`until${at}`] = dayStart(`${month}-01`);
    return `WHEN ${column} < :until${at} THEN '${months[at]}'`;
  });
  const last = `'${months.at(-1)}'`;
  return { sql: cases.length === 0 ? last : `CASE ${cases.join(' ')} ELSE ${last} END`, parameters };
}
