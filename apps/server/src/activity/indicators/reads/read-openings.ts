import { type OpenTime, openMilliseconds } from '@pandafab/domain';
import type { EntityManager } from 'typeorm';
import { LabOpening } from '../../visits/visit.entities';
import { type IndicatorScope, onceForAll } from '../scope';

interface LabTime {
  readonly labId: string;
  readonly milliseconds: number;
}

/** The time at which labs were open in the period, in milliseconds: each lab alone, then all together. */
export async function readOpenTime(manager: EntityManager, scope: IndicatorScope): Promise<number> {
  const labs = await onceForAll(scope, 'openings', (network) => readEach(manager, network));
  return labs.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
}

async function readEach(manager: EntityManager, { start, end, now }: IndicatorScope): Promise<LabTime[]> {
  const rows = await manager
    .createQueryBuilder(LabOpening, 'opening')
    .where('opening.openedAt < :end AND (opening.closedAt IS NULL OR opening.closedAt > :start)', {
      ...{ start, end },
    })
    .getMany();
  const byLab = new Map<string, OpenTime[]>();
  for (const opening of rows) {
    const known = byLab.get(opening.labId);
    if (known) known.push(opening);
    else byLab.set(opening.labId, [opening]);
  }
  return [...byLab].map(([labId, openings]) => ({
    ...{ labId, milliseconds: openMilliseconds(openings, { start, end, now }) },
  }));
}
