import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { UsageRecord } from '../../../money/pricing/usage-record.entity';
import { MemberCategory } from '../../../people/categories/member-category.entity';
import { Registration } from '../../registrations/registration.entities';
import { Session } from '../../sessions/session.entities';
import { Visit } from '../../visits/visit.entities';
import { type IndicatorScope, once } from '../scope';
import { inDays, inInstants, numberOf, ofLab } from './conditions';
import { held, IS_PRESENT } from './read-sessions';

export interface Reached {
  readonly members: number;
  readonly residents: number;
}

/** A row says that its member was a resident at that time. */
const isResident = (column: string): string => `CASE WHEN ${column} IN (:...residents) THEN 1 ELSE 0 END`;

/**
 * A select of `memberId` and `resident`, one row for each member, visit, attendance or print that differs: for a
 * question around it. The parameters are those of `parametersOf`.
 */
export function reachedSql(manager: EntityManager, scope: IndicatorScope): string {
  const visits = manager
    .createQueryBuilder(Visit, 'visit')
    .select('visit.memberId', 'memberId')
    .addSelect(isResident('visit.category'), 'resident')
    .where('visit.memberId IS NOT NULL AND visit.undoneAt IS NULL');
  const taught = manager
    .createQueryBuilder(Registration, 'registration')
    .innerJoin(Session, 'session', 'session.id = registration.sessionId')
    .select('registration.memberId', 'memberId')
    .addSelect(isResident('registration.category'), 'resident')
    .where(`registration.memberId IS NOT NULL AND ${IS_PRESENT}`);
  const prints = manager
    .createQueryBuilder(UsageRecord, 'record')
    .select('record.memberId', 'memberId')
    .addSelect(isResident('record.category'), 'resident')
    .where('1 = 1');
  const parts: SelectQueryBuilder<object>[] = [
    ofLab(inDays(visits, 'visit.day', scope), 'visit.labId', scope),
    held(taught, scope),
    ofLab(inInstants(prints, 'record.at', scope), 'record.labId', scope),
  ];
  return parts.map((part) => part.getQuery()).join(' UNION ');
}

/** What `reachedSql` is asked with. */
export async function parametersOf(manager: EntityManager, scope: IndicatorScope) {
  const categories = await manager.find(MemberCategory, { where: { tariff: 'resident' } });
  const { from, until, start, end, labId } = scope;
  const residents = ['resident', ...categories.map(({ code }) => code)];
  return { from, until, start, end, residents, ...(labId !== null && { labId }) };
}

/** Distinct members with a visit, an attendance or a print in the period, and how many of them were residents. */
export const readReached = (manager: EntityManager, scope: IndicatorScope): Promise<Reached> =>
  once(scope, 'reached', async () => {
    const rows = `(${reachedSql(manager, scope)})`;
    const members = manager
      .createQueryBuilder()
      .select('MAX(found.resident)', 'resident')
      .from(rows, 'found')
      .groupBy('found."memberId"');
    const row = await manager
      .createQueryBuilder()
      .select('COUNT(*)', 'members')
      .addSelect('SUM(each.resident)', 'residents')
      .from(`(${members.getQuery()})`, 'each')
      .setParameters(await parametersOf(manager, scope))
      .getRawOne<Record<keyof Reached, string | number | null>>();
    return { members: numberOf(row?.members), residents: numberOf(row?.residents) };
  });
