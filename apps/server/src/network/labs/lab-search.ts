import { isAllowed } from '@pandafab/domain';
import type { EntityManager } from 'typeorm';
import type { CurrentAccountInfo } from '../../platform/http/access';
import type { Asked } from '../../platform/search/asked';
import { findBest } from '../../platform/search/find-best';
import type { Found } from '../../platform/search/search-sources';
import { Lab } from './lab.entity';
import { labWords } from './lab-words';

const PLACE = { key: 'lab.id', columns: ['lab.foldedName'] } as const;

/** Labs by their names. */
export async function findLabs(
  manager: EntityManager,
  account: CurrentAccountInfo,
  asked: Asked,
): Promise<Found[]> {
  if (!isAllowed(account, 'lab.read')) return [];
  const all = manager.createQueryBuilder(Lab, 'lab');
  const best = await findBest(all, PLACE, asked, { index: labWords });
  return best.map(({ row: { id, name }, closeness }) => ({
    ...{ id, title: name, detail: null, labId: id, state: null, closeness },
  }));
}
