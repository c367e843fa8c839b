import { VISIT_PURPOSES, VISITOR_PUBLICS } from '@pandafab/domain';
import type { EntityManager } from 'typeorm';
import { monthsOf } from '../reads/months-of';
import { type CountedVisits, readVisits } from '../reads/read-visits';
import type { IndicatorScope } from '../scope';
import type { PeopleRow } from './rows';

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
