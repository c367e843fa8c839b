import type { EntityManager } from 'typeorm';
import { Visit } from '../../visits/visit.entities';
import { type IndicatorScope, onceForAll } from '../scope';
import { inDays, numberOf } from './conditions';

/** People who came in a month, of one public, for one purpose. */
export interface CountedVisits {
  /** YYYY-MM. */
  readonly month: string;
  readonly labId: string;
  readonly public: string;
  readonly purpose: string;
  readonly people: number;
}

type Raw = Omit<CountedVisits, 'people'> & { readonly people: string | number };

/** Visits that were not undone, by month, lab, public and purpose. */
export const readVisits = (
  manager: EntityManager,
  scope: IndicatorScope,
): Promise<readonly CountedVisits[]> =>
  onceForAll(scope, 'visits', async () => {
    const query = manager
      .createQueryBuilder(Visit, 'visit')
      .select('SUBSTR(visit.day, 1, 7)', 'month')
      .addSelect('visit.labId', 'labId')
      .addSelect('visit.public', 'public')
      .addSelect('visit.purpose', 'purpose')
      .addSelect('SUM(visit.people)', 'people')
      .where('visit.undoneAt IS NULL')
      .groupBy('SUBSTR(visit.day, 1, 7)')
      .addGroupBy('visit.labId')
      .addGroupBy('visit.public')
      .addGroupBy('visit.purpose');
    const rows = await inDays(query, 'visit.day', scope).getRawMany<Raw>();
    return rows.map((row) => ({ ...row, people: numberOf(row.people) }));
  });
