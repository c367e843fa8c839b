import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { UsageRecord } from '../../../money/pricing/usage-record.entity';
import { MemberCategory } from '../../../people/categories/member-category.entity';
import { Registration } from '../../registrations/registration.entities';
import { Session } from '../../sessions/session.entities';
import { Visit } from '../../visits/visit.entities';
import { type IndicatorScope, onceForAll } from '../scope';
import { inDays, inInstants, numberOf, ofLab } from './conditions';
import { held, IS_PRESENT } from './read-sessions';

export interface Reached {
  readonly members: number;
  readonly residents: number;
}

interface ReachedAt extends Reached {
  /** A lab, or all of them. */
  readonly labId: string;
}

type Raw = { readonly [Column in keyof ReachedAt]: string | number };

/** In place of a lab: members who came to several labs count once. */
const NETWORK = 'network';

/** A row says that its member was a resident at that time. */
const isResident = (column: string): string => `CASE WHEN ${column} IN (:...residents) THEN 1 ELSE 0 END`;

/**
 * A select of `labId`, `memberId` and `resident`, where members came to a lab, were taught or printed, with repetitions:
 * for a question around it. The parameters are those of `parametersOf`.
 */
export function reachedSql(manager: EntityManager, scope: IndicatorScope): string {
  const visits = manager
    .createQueryBuilder(Visit, 'visit')
    .select('visit.labId', 'labId')
    .addSelect('visit.memberId', 'memberId')
    .addSelect(isResident('visit.category'), 'resident')
    .where('visit.memberId IS NOT NULL AND visit.undoneAt IS NULL');
  const taught = manager
    .createQueryBuilder(Registration, 'registration')
    .innerJoin(Session, 'session', 'session.id = registration.sessionId')
    .select('session.labId', 'labId')
    .addSelect('registration.memberId', 'memberId')
    .addSelect(isResident('registration.category'), 'resident')
    .where(`registration.memberId IS NOT NULL AND ${IS_PRESENT}`);
  const prints = manager
    .createQueryBuilder(UsageRecord, 'record')
    .select('record.labId', 'labId')
    .addSelect('record.memberId', 'memberId')
    .addSelect(isResident('record.category'), 'resident')
    .where('1 = 1');
  const parts: SelectQueryBuilder<object>[] = [
    ofLab(inDays(visits, 'visit.day', scope), 'visit.labId', scope),
    held(taught, scope),
    ofLab(inInstants(prints, 'record.at', scope), 'record.labId', scope),
  ];
  // The columns by their names: TypeORM puts them in an order of its own, and a union goes by their order.
  return parts
    .map((part) => `SELECT "labId", "memberId", resident FROM (${part.getQuery()}) part`)
    .join(' UNION ALL ');
}

/** What `reachedSql` is asked with. */
export async function parametersOf(manager: EntityManager, scope: IndicatorScope) {
  const categories = await manager.find(MemberCategory, { where: { tariff: 'resident' } });
  const { from, until, start, end, labId } = scope;
  const residents = ['resident', ...categories.map(({ code }) => code)];
  return { from, until, start, end, residents, ...(labId !== null && { labId }) };
}

/** Distinct members with a visit, an attendance or a print in the period, and how many of them were residents. */
export async function readReached(manager: EntityManager, scope: IndicatorScope): Promise<Reached> {
  const rows = await onceForAll(scope, 'reached', (network) => readEach(manager, network));
  const at = scope.labId ?? NETWORK;
  return rows.find(({ labId }) => labId === at) ?? { members: 0, residents: 0 };
}

/** Each lab and the network, in one question. */
async function readEach(manager: EntityManager, network: IndicatorScope): Promise<ReachedAt[]> {
  const once = (columns: string, from: string) =>
    `SELECT ${columns}, MAX(resident) AS resident FROM ${from} GROUP BY ${columns}`;
  const count = (labId: string, from: string) =>
    `SELECT ${labId} AS "labId", COUNT(*) AS members, SUM(resident) AS residents FROM ${from}`;
  const each = `${count('"labId"', 'pairs')} GROUP BY "labId"`;
  const all = count(`'${NETWORK}'`, `(${once('"memberId"', 'pairs')}) people HAVING COUNT(*) > 0`);
  const rows = await manager
    .createQueryBuilder()
    .addCommonTableExpression(
      once('"labId", "memberId"', `(${reachedSql(manager, network)}) found`),
      'pairs',
      { materialized: true },
    )
    .select('*')
    .from(`(${each} UNION ALL ${all})`, 'counted')
    .setParameters(await parametersOf(manager, network))
    .getRawMany<Raw>();
  return rows.map(({ labId, members, residents }) => ({
    ...{ labId: String(labId), members: numberOf(members), residents: numberOf(residents) },
  }));
}
