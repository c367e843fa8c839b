import { labsAllowed } from '@pandafab/domain';
import type { EntityManager } from 'typeorm';
import type { CurrentAccountInfo } from '../../platform/http/access';
import type { Asked } from '../../platform/search/asked';
import { findBest } from '../../platform/search/find-best';
import type { Found } from '../../platform/search/search-sources';
import { Filament, Spool } from './material.entities';
import { spoolWords } from './spool-words';

const PLACE = { key: 'spool.id', columns: ['spool.foldedLabel'] } as const;

/** Spools by their labels, with their filaments. */
export async function findSpools(
  manager: EntityManager,
  account: CurrentAccountInfo,
  asked: Asked,
): Promise<Found[]> {
  const labs = labsAllowed(account, 'material.read');
  if (labs.length === 0) return [];
  const visible = manager
    .createQueryBuilder(Spool, 'spool')
    .leftJoinAndMapOne('spool.filament', Filament, 'filament', 'filament.id = spool.filamentId');
  if (labs !== 'everywhere') visible.andWhere('spool.labId IN (:...labs)', { labs });
  const reach = labs === 'everywhere' ? {} : { labs };
  const best = await findBest(visible, PLACE, asked, { index: spoolWords, reach });
  return best.map(({ row, closeness }) => {
    const { id, label, labId, filament } = row as Spool & { filament: Filament | null };
    const detail = filament && `${filament.material} ${filament.brand} ${filament.colour}`;
    return { id, title: label, detail, labId, state: null, closeness };
  });
}
