import { isAllowed } from '@pandafab/domain';
import type { EntityManager } from 'typeorm';
import type { CurrentAccountInfo } from '../../platform/http/access';
import type { Asked } from '../../platform/search/asked';
import { findBest } from '../../platform/search/find-best';
import type { Found } from '../../platform/search/search-sources';
import { Organisation } from './organisation.entity';
import { organisationWords } from './organisation-words';

const PLACE = { key: 'org.id', columns: ['org.foldedName', 'org.siren', 'org.siret'] } as const;

/** Organisations by their names, and by their SIREN and SIRET. */
export async function findOrganisations(
  manager: EntityManager,
  account: CurrentAccountInfo,
  asked: Asked,
): Promise<Found[]> {
  if (!isAllowed(account, 'organisation.read')) return [];
  const all = manager.createQueryBuilder(Organisation, 'org');
  const best = await findBest(all, PLACE, asked, { index: organisationWords });
  return best.map(({ row: { id, name, city, siren }, closeness }) => ({
    ...{ id, title: name, detail: siren ? `${city}, ${siren}` : city, labId: null, state: null, closeness },
  }));
}
