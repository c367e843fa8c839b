import {
  fitsFile,
  isKnownMaterial,
  isSameName,
  isUndecided,
  type MaterialChoice,
  toolsOfOtherMaterial,
} from '@pandafab/domain';
import { Fault, type LabId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Machine } from '../../network/machines/machine.entity';
import { filamentOfFile, materialsOfFile, materialWordsOf, type ReadMaterials } from './file-materials';
import { Filament, Spool } from './material.entities';
import { balances } from './stock';

/** The material data of a file. */
interface ReadFile {
  /** Null until the file is analysed. */
  readonly analysis: ReadMaterials | null;
}

export interface LabMaterial {
  readonly material: string;
  /** True if it is on one of the lab's machines now. */
  readonly loaded: boolean;
}

/**
 * The materials on a lab's spools that are not empty, those on its machines first. For accounts that may submit there.
 */
export async function materialsOfLab(manager: EntityManager, labId: LabId): Promise<LabMaterial[]> {
  const rows = await manager
    .createQueryBuilder(Spool, 'spool')
    .innerJoin(Filament, 'filament', 'filament.id = spool.filamentId')
    .leftJoin(Machine, 'machine', 'machine.spoolId = spool.id')
    .select(['spool.id AS id', 'filament.material AS material', 'machine.id AS "machineId"'])
    .where('spool.labId = :labId', { labId })
    .orderBy('filament.material')
    .getRawMany<{ id: Spool['id']; material: string; machineId: string | null }>();
  const left = await balances(
    manager,
    rows.map(({ id }) => id),
  );
  const known: { material: string; loaded: boolean }[] = [];
  for (const { id, material, machineId } of rows) {
    if ((left.get(id) ?? 0) <= 0) continue;
    const same = known.find((each) => isSameName(each.material, material));
    if (!same) known.push({ material: material.trim(), loaded: machineId !== null });
    else same.loaded ||= machineId !== null;
  }
  return known.sort((a, b) => Number(b.loaded) - Number(a.loaded));
}

/** The same for one file: with each, whether the file is made for it. */
export const offersFor = (materials: readonly LabMaterial[], { analysis }: ReadFile) => {
  const filamentUm = filamentOfFile(analysis);
  const file = materialsOfFile(analysis);
  const used = filamentUm.flatMap((um, tool) => (um > 0 ? [file[tool]] : []));
  return materials.map((each) => ({
    ...each,
    fitsFile: used.every((tool) => fitsFile(tool, each.material)),
  }));
};

/**
 * Checks a requested material for a file. No request is always allowed: the job then uses the material of the file. A
 * file that is not analysed yet is compared later: if the materials differ, no machine takes the job until a person
 * decides.
 * @returns the request to store; if the file is made for the requested material, `insteadOf` is null
 * @throws Fault MATERIAL.UNKNOWN {material, known}, JOB.MATERIAL_DIFFERS {material, file}
 */
export async function demandMaterial(
  manager: EntityManager,
  labId: LabId,
  choice: MaterialChoice,
  { analysis }: ReadFile,
): Promise<MaterialChoice> {
  const { material } = choice;
  if (material === null) return choice;
  await demandKnownMaterial(manager, labId, material, { analysis });
  if (isUndecided(choice, materialsOfFile(analysis), filamentOfFile(analysis)))
    throw new Fault('JOB.MATERIAL_DIFFERS', { material, file: materialWordsOf(analysis) });
  const differs =
    toolsOfOtherMaterial(materialsOfFile(analysis), filamentOfFile(analysis), material).length > 0;
  return analysis && !differs ? { material, insteadOf: null } : choice;
}

/**
 * Checks that the material is known: as a plastic, as a filament of the network, or as the material of the file.
 * @throws Fault MATERIAL.UNKNOWN {material, known}
 */
export async function demandKnownMaterial(
  manager: EntityManager,
  labId: LabId,
  material: string,
  { analysis }: ReadFile,
): Promise<void> {
  const isMeant = (name: string | null) => name !== null && isSameName(name, material);
  if (isKnownMaterial(material) || materialsOfFile(analysis).some(({ name }) => isMeant(name))) return;
  const filaments = await manager.find(Filament, { select: { id: true, material: true } });
  if (filaments.some((filament) => isMeant(filament.material))) return;
  const known = (await materialsOfLab(manager, labId)).map((each) => each.material);
  throw new Fault('MATERIAL.UNKNOWN', { material, known: known.join(', ') || '–' });
}
