import type { EntityManager } from 'typeorm';
import { ConventionCost, SubsidyInstalment } from '../../conventions/convention.entities';
import { type IndicatorScope, once } from '../scope';
import { inDays, numberOf, ofLab } from './conditions';

/** Costs, or contributions in kind, of one heading. */
export interface CountedCost {
  readonly kind: ConventionCost['kind'];
  readonly heading: string;
  readonly cents: number;
}

type Raw = Omit<CountedCost, 'cents'> & { readonly cents: string | number };

/** Costs and contributions in kind of the period by heading, the largest first; none without a convention. */
export const readCosts = (manager: EntityManager, scope: IndicatorScope): Promise<CountedCost[]> =>
  once(scope, 'costs', async () => {
    const { conventionId } = scope;
    if (conventionId === null) return [];
    const query = manager
      .createQueryBuilder(ConventionCost, 'cost')
      .select('cost.kind', 'kind')
      .addSelect('cost.heading', 'heading')
      .addSelect('SUM(cost.cents)', 'cents')
      .where('cost.conventionId = :conventionId', { conventionId })
      .groupBy('cost.kind')
      .addGroupBy('cost.heading');
    const rows = await ofLab(inDays(query, 'cost.day', scope), 'cost.labId', scope).getRawMany<Raw>();
    return rows
      .map((row) => ({ ...row, cents: numberOf(row.cents) }))
      .sort((a, b) => b.cents - a.cents || (a.heading < b.heading ? -1 : 1));
  });

/** The sum of one kind. @param heading only of this one */
export const sumOfCosts = (
  costs: readonly CountedCost[],
  kind: ConventionCost['kind'],
  heading?: string,
): number =>
  costs
    .filter((cost) => cost.kind === kind && (heading === undefined || cost.heading === heading))
    .reduce((sum, { cents }) => sum + cents, 0);

/** The instalments of the subsidy that were due or received in the period; none without a convention. */
export const readInstalments = (
  manager: EntityManager,
  scope: IndicatorScope,
): Promise<SubsidyInstalment[]> =>
  once(scope, 'instalments', async () => {
    const { conventionId, from, until } = scope;
    if (conventionId === null) return [];
    const rows = await manager.find(SubsidyInstalment, {
      where: { conventionId },
      order: { dueOn: 'ASC', id: 'ASC' },
    });
    const isIn = (day: string | null) => day !== null && from <= day && day <= until;
    return rows.filter(({ dueOn, receivedOn }) => isIn(dueOn) || isIn(receivedOn));
  });

/** What of it was received in the period. */
export const sumReceived = (
  instalments: readonly SubsidyInstalment[],
  { from, until }: IndicatorScope,
): number =>
  instalments
    .filter(({ receivedOn }) => receivedOn !== null && from <= receivedOn && receivedOn <= until)
    .reduce((sum, { cents }) => sum + cents, 0);
