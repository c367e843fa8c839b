import { isSameColour, isSameName, swatchOf } from '@pandafab/domain';
import { Fault, type LabId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Machine } from '../../network/machines/machine.entity';
import { Filament, Spool } from './material.entities';
import { balances } from './stock';

export interface LabColour {
  /** As the filament's maker calls it. */
  readonly colour: string;
  /** #rrggbb; null if the name tells no colour. */
  readonly swatch: string | null;
  /** The materials that the lab has in this colour. */
  readonly materials: string[];
  /** True if a spool of it is on one of the lab's machines now. */
  readonly loaded: boolean;
}

/**
 * The colours on a lab's spools that are not empty, those on its machines first, then by name.
 * @param material only of this material; undefined: of all
 */
export async function coloursOfLab(
  manager: EntityManager,
  labId: LabId,
  material: string | undefined,
): Promise<LabColour[]> {
  const rows = await manager
    .createQueryBuilder(Spool, 'spool')
    .innerJoin(Filament, 'filament', 'filament.id = spool.filamentId')
    .leftJoin(Machine, 'machine', 'machine.spoolId = spool.id')
    .select(['spool.id AS id', 'filament.material AS material', 'filament.colour AS colour'])
    .addSelect('machine.id', 'machineId')
    .where('spool.labId = :labId', { labId })
    .orderBy('filament.colour')
    .addOrderBy('filament.material')
    .getRawMany<{ id: Spool['id']; material: string; colour: string; machineId: string | null }>();
  const left = await balances(
    manager,
    rows.map(({ id }) => id),
  );
  const known: { colour: string; swatch: string | null; materials: string[]; loaded: boolean }[] = [];
  for (const { id, colour, ...row } of rows) {
    if ((left.get(id) ?? 0) <= 0) continue;
    if (material !== undefined && !isSameName(row.material, material)) continue;
    const isLoaded = row.machineId !== null;
    const same = known.find((each) => isSameColour(each.colour, colour));
    if (!same) {
      known.push({ colour, swatch: swatchOf(colour), materials: [row.material], loaded: isLoaded });
      continue;
    }
    same.loaded ||= isLoaded;
    if (!same.materials.some((each) => isSameName(each, row.material))) same.materials.push(row.material);
  }
  return known.sort((a, b) => Number(b.loaded) - Number(a.loaded));
}

/**
 * Checks that a filament of the network has this colour.
 * @throws Fault MATERIAL.COLOUR_UNKNOWN {colour, known}
 */
export async function demandColour(manager: EntityManager, colour: string): Promise<void> {
  const filaments = await manager.find(Filament, { select: { id: true, colour: true } });
  if (filaments.some((filament) => isSameColour(filament.colour, colour))) return;
  const known = [...new Set(filaments.map((filament) => filament.colour))].sort();
  throw new Fault('MATERIAL.COLOUR_UNKNOWN', { colour, known: known.join(', ') || '–' });
}
