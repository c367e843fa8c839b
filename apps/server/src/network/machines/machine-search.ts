import { isAllowed } from '@pandafab/domain';
import type { EntityManager } from 'typeorm';
import type { CurrentAccountInfo } from '../../platform/http/access';
import type { Asked } from '../../platform/search/asked';
import { findBest } from '../../platform/search/find-best';
import type { Found } from '../../platform/search/search-sources';
import { Machine } from './machine.entity';
import { machineWords } from './machine-words';

const PLACE = { key: 'machine.id', columns: ['machine.foldedName'] } as const;

/** Machines in service, by their names. */
export async function findMachines(
  manager: EntityManager,
  account: CurrentAccountInfo,
  asked: Asked,
): Promise<Found[]> {
  if (!isAllowed(account, 'machine.read')) return [];
  const all = manager.createQueryBuilder(Machine, 'machine').where('machine.retiredAt IS NULL');
  const best = await findBest(all, PLACE, asked, { index: machineWords });
  return best.map(({ row: { id, name, labId }, closeness }) => ({
    ...{ id, title: name, detail: null, labId, state: null, closeness },
  }));
}
