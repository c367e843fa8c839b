import type { Instant, PrestationId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { clientNameOf } from './list-prestations';
import type { PrestationListDto } from './prestation.dto';
import { type Prestation, PrestationStage } from './prestation.entities';
import { viewPrestation } from './prestation-view';
import { namesOfAccounts } from './staff-names';

type Listed = PrestationListDto['items'][number];

/** Rows of `filteredPrestations` as lists and boards show them. @param now decides which are late */
export async function viewListed(
  manager: EntityManager,
  rows: readonly Prestation[],
  now: Instant,
): Promise<Listed[]> {
  const names = await namesOfAccounts(
    manager,
    rows.map(({ responsibleId }) => responsibleId),
  );
  const stages = await stageCounts(
    manager,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const { notes: _, deliverTo: __, ...shown } = viewPrestation(row, now);
    const responsibleName = (row.responsibleId && names.get(row.responsibleId)) || null;
    const counted = stages.get(row.id) ?? { stagesDone: 0, stagesTotal: 0 };
    return { ...shown, clientName: clientNameOf(row), responsibleName, ...counted };
  });
}

/** PostgreSQL gives counts as texts. */
interface Counts {
  readonly id: PrestationId;
  readonly total: string | number;
  readonly done: string | number;
}

async function stageCounts(manager: EntityManager, ids: readonly PrestationId[]) {
  if (ids.length === 0) return new Map();
  const rows = await manager
    .createQueryBuilder(PrestationStage, 'stage')
    .select('stage.prestationId', 'id')
    .addSelect('COUNT(*)', 'total')
    .addSelect('COUNT(stage.doneOn)', 'done')
    .where('stage.prestationId IN (:...ids)', { ids })
    .groupBy('stage.prestationId')
    .getRawMany<Counts>();
  return new Map(
    rows.map(({ id, total, done }) => [id, { stagesDone: Number(done), stagesTotal: Number(total) }]),
  );
}
