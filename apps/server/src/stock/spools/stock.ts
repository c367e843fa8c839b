import type { SpoolView } from '@pandafab/domain';
import type { SpoolId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Filament, MaterialMovement, Spool } from './material.entities';

/** The balance of spools: the sum of their movements, calculated by the database. */
export async function balances(
  manager: EntityManager,
  spoolIds: readonly SpoolId[],
): Promise<Map<SpoolId, number>> {
  if (spoolIds.length === 0) return new Map();
  const rows = await manager
    .createQueryBuilder(MaterialMovement, 'movement')
    .select('movement.spoolId', 'spoolId')
    .addSelect('SUM(movement.milligrams)', 'milligrams')
    .where('movement.spoolId IN (:...spoolIds)', { spoolIds })
    .groupBy('movement.spoolId')
    .getRawMany<{ spoolId: SpoolId; milligrams: string | number }>();
  return new Map(rows.map(({ spoolId, milligrams }) => [spoolId, Number(milligrams)]));
}

/** Spools in the form that the rules of the domain use. */
export async function loadStock(
  manager: EntityManager,
  spoolIds: readonly SpoolId[],
): Promise<Map<SpoolId, SpoolView>> {
  if (spoolIds.length === 0) return new Map();
  const rows = await manager
    .createQueryBuilder(Spool, 'spool')
    .innerJoinAndMapOne('spool.filament', Filament, 'filament', 'filament.id = spool.filamentId')
    .where('spool.id IN (:...spoolIds)', { spoolIds })
    .getMany();
  const left = await balances(manager, spoolIds);
  return new Map(
    (rows as (Spool & { filament: Filament })[]).map(({ id, filament }) => {
      const { diameterMm, densityGramsPerCm3, material, colour } = filament;
      const geometry = { diameterMm, densityGramsPerCm3 };
      return [id, { spoolId: id, geometry, material, colour, balanceMg: left.get(id) ?? 0 }];
    }),
  );
}
