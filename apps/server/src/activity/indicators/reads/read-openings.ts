import { type OpenTime, openMilliseconds } from '@pandafab/domain';
import type { EntityManager } from 'typeorm';
import { LabOpening } from '../../visits/visit.entities';
import { type IndicatorScope, once } from '../scope';
import { ofLab } from './conditions';

/** The time at which labs were open in the period, in milliseconds: each lab alone, then all together. */
export const readOpenTime = (manager: EntityManager, scope: IndicatorScope): Promise<number> =>
  once(scope, 'openings', async () => {
    const byLab = new Map<string, OpenTime[]>();
    for (const opening of await openings(manager, scope))
      byLab.set(opening.labId, [...(byLab.get(opening.labId) ?? []), opening]);
    return [...byLab.values()].reduce((sum, of) => sum + openMilliseconds(of, scope), 0);
  });

function openings(manager: EntityManager, scope: IndicatorScope): Promise<LabOpening[]> {
  const { start, end } = scope;
  const query = manager
    .createQueryBuilder(LabOpening, 'opening')
    .where('opening.openedAt < :end AND (opening.closedAt IS NULL OR opening.closedAt > :start)', {
      ...{ start, end },
    });
  return ofLab(query, 'opening.labId', scope).getMany();
}
