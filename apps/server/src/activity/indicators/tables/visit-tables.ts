import { VISIT_PURPOSES, VISITOR_PUBLICS } from '@pandafab/domain';
import type { EntityManager } from 'typeorm';
import { addDays } from '../../../money/kit/paris';
import { type CountedVisits, readVisits } from '../reads/read-visits';
import type { IndicatorScope } from '../scope';
import type { PeopleRow } from './rows';

/** The months of a scope as YYYY-MM. */
export function monthsOf({ from, until }: IndicatorScope): string[] {
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= until.slice(0, 7); ) {
    months.push(month);
    month = addDays(`${month}-01`, 31).slice(0, 7);
  }
  return months;
}

const by = (
  rows: readonly CountedVisits[],
  keys: readonly string[],
  keyOf: (row: CountedVisits) => string,
): PeopleRow[] =>
  keys.map((key) => ({
    ...{ key, people: rows.reduce((sum, row) => (keyOf(row) === key ? sum + row.people : sum), 0) },
  }));

/** Visits by month, by public and by purpose: each row of the calendar and of the lists, also the empty ones. */
export async function visitTables(manager: EntityManager, scope: IndicatorScope) {
  const rows = await readVisits(manager, scope);
  return {
    visitsByMonth: by(rows, monthsOf(scope), ({ month }) => month),
    visitsByPublic: by(rows, VISITOR_PUBLICS, (row) => row.public),
    visitsByPurpose: by(rows, VISIT_PURPOSES, ({ purpose }) => purpose),
  };
}
