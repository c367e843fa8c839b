import { isAllowed } from '@pandafab/domain';
import type { EntityManager } from 'typeorm';
import type { CurrentAccountInfo } from '../../platform/http/access';
import type { Asked } from '../../platform/search/asked';
import { findBest } from '../../platform/search/find-best';
import type { Found } from '../../platform/search/search-sources';
import { Prestation } from './prestation.entities';
import { prestationWords } from './prestation-words';

const PLACE = { key: 'prestation.id', columns: ['prestation.foldedWords'] } as const;

/** Prestations by their references, titles and order numbers. */
export async function findPrestations(
  manager: EntityManager,
  account: CurrentAccountInfo,
  asked: Asked,
): Promise<Found[]> {
  if (!isAllowed(account, 'prestation.read')) return [];
  const all = manager.createQueryBuilder(Prestation, 'prestation');
  const best = await findBest(all, PLACE, asked, { index: prestationWords });
  return best.map(({ row: { id, reference, title, state }, closeness }) => ({
    ...{ id, title: reference, detail: title, labId: null, state, closeness },
  }));
}
