import { labsAllowed } from '@pandafab/domain';
import type { EntityManager } from 'typeorm';
import type { CurrentAccountInfo } from '../../platform/http/access';
import type { Asked } from '../../platform/search/asked';
import { findBest } from '../../platform/search/find-best';
import type { Found } from '../../platform/search/search-sources';
import { groupWords } from './group-words';
import { groupsOf } from './groups.service';

const PLACE = { key: 'party.id', columns: ['party.foldedName'] } as const;

/** Groups by their names, without archived ones. */
export async function findGroups(
  manager: EntityManager,
  account: CurrentAccountInfo,
  asked: Asked,
): Promise<Found[]> {
  const labs = labsAllowed(account, 'group.read');
  if (labs.length === 0) return [];
  const open = groupsOf(manager, labs).andWhere('party.archivedAt IS NULL');
  const reach = labs === 'everywhere' ? {} : { labs };
  const best = await findBest(open, PLACE, asked, { index: groupWords, reach });
  return best.map(({ row: { id, name, labId }, closeness }) => ({
    ...{ id, title: name, detail: null, labId, state: null, closeness },
  }));
}
